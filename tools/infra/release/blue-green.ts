import type { DeploymentInfo, ECSTarget } from "@aws-sdk/client-codedeploy";
import { Failure } from "../../shared/failure.ts";
import { appSpec, broughtBy } from "./app-spec.ts";
import type { Cloud } from "./cloud.ts";
import type { Described } from "./described.ts";
import type { Stage } from "./stage.ts";
import { hasEnded, isAtWork, keptMinutes, stageOf } from "./stage.ts";
import type { Waiting } from "./wait.ts";
import { until } from "./wait.ts";

/** CodeDeploy gives the new tasks an hour to come up, and the slowest of its ways moves traffic for half of one. */
const MINUTES = 120;

interface Tools {
  readonly cloud: Cloud;
  readonly waiting: Waiting;
  readonly tell: (line: string) => void;
}

/**
 * Has CodeDeploy bring the newest revision of a service, and waits until it has all the traffic. CodeDeploy
 * keeps the old tasks for a while after that, and takes no other deployment meanwhile: one that is still
 * under way is waited for first.
 *
 * @throws Failure with CodeDeploy's words when it failed or was stopped
 */
export async function deployByCodeDeploy(
  service: Described,
  { ignoreAlarms }: { readonly ignoreAlarms: boolean },
  tools: Tools,
): Promise<void> {
  const { cloud, waiting, tell } = tools;
  const { id, newest } = service;
  const begun = await begunAlready(service, tools);
  waiting.signal.throwIfAborted();
  const request = { appSpec: appSpec(id, newest.arn), ignoreAlarms };
  const deploymentId = begun ?? (await cloud.createDeployment(id, request));
  const what = `CodeDeploy's deployment ${deploymentId} of ${id}`;
  tell(`${what} ${begun === undefined ? "has begun" : "is under way already"}`);
  const { info, stage } = await until(
    () => look(deploymentId, service, cloud),
    { what, minutes: MINUTES },
    waiting,
  );
  if (stage.kind === "failed") throw new Failure(`${what} ${stage.why}`);
  tell(`${id}: ${newest.image.tag} has the traffic.${afterwards(info, deploymentId)}`);
}

/** Waits for what is under way to end, unless it brings the same: then that is the release. */
async function begunAlready(
  { id, newest }: Described,
  { cloud, waiting, tell }: Tools,
): Promise<string | undefined> {
  for (const deploymentId of await cloud.deploymentsUnderWay(id)) {
    if (broughtBy(await cloud.deployment(deploymentId)) === newest.arn) return deploymentId;
    const what = `CodeDeploy's deployment ${deploymentId} of ${id}`;
    tell(`${what} has to end first: it keeps old tasks to go back to, or still moves traffic.`);
    tell(`  To end it now, and not go back: ${endNow(deploymentId)}`);
    await until(
      async () => hasEnded(await cloud.deployment(deploymentId)) || undefined,
      { what, minutes: MINUTES },
      waiting,
    );
  }
  return undefined;
}

async function look(
  deploymentId: string,
  { id }: Described,
  cloud: Cloud,
): Promise<{ info: DeploymentInfo; stage: Exclude<Stage, { kind: "under way" }> } | undefined> {
  const info = await cloud.deployment(deploymentId);
  const target: ECSTarget | undefined = isAtWork(info)
    ? await cloud.deploymentTarget(deploymentId, id)
    : undefined;
  const stage = stageOf(info, target?.lifecycleEvents);
  return stage.kind === "under way" ? undefined : { info, stage };
}

function afterwards(info: DeploymentInfo, deploymentId: string): string {
  const minutes = keptMinutes(info);
  if (minutes === undefined || hasEnded(info)) return "";
  return ` The old tasks stay for ${minutes} minutes. To go back to them: ${goBack(deploymentId)}`;
}

const endNow = (deploymentId: string): string =>
  `aws deploy continue-deployment --deployment-id ${deploymentId} --deployment-wait-type TERMINATION_WAIT`;

const goBack = (deploymentId: string): string =>
  `aws deploy stop-deployment --deployment-id ${deploymentId} --auto-rollback-enabled`;
