import type { Service } from "@aws-sdk/client-ecs";
import { Failure } from "../../shared/failure.ts";
import type { Cloud } from "./cloud.ts";
import type { Described } from "./described.ts";
import { primaryDeployment, primaryTaskSet } from "./described.ts";
import type { Waiting } from "./wait.ts";
import { until } from "./wait.ts";

/** Tasks come up in minutes; where their image came late, ECS waits for up to half an hour between two tries. */
const MINUTES = 45;

interface Tools {
  readonly cloud: Cloud;
  readonly waiting: Waiting;
  readonly tell: (line: string) => void;
}

/**
 * Waits until ECS has replaced the tasks of a service by those of the newest revision.
 *
 * @throws Failure with ECS's reason when it gave up, or went back to an older revision
 */
export async function followRollout(service: Described, tools: Tools): Promise<void> {
  const { id, newest } = service;
  const found = await watch(service, (now) => rolloutOf(now, newest.arn), tools);
  if (found.kind === "failed") {
    const why = found.why === "" ? "" : ` (${found.why})`;
    throw new Failure(
      `ECS did not bring ${id} to ${newest.image.tag}${why}, and went back where it could. Look at the events of the service and at its log.`,
    );
  }
  tools.tell(`${id}: ${newest.image.tag} runs.`);
}

/** Waits until the tasks that CodeDeploy gave the traffic to are there: they are when their images came late. */
export async function followTasks(service: Described, tools: Tools): Promise<void> {
  const steady = (now: Service) =>
    primaryTaskSet(now)?.stabilityStatus === "STEADY_STATE" || undefined;
  await watch(service, steady, tools);
  tools.tell(`${service.id}: ${service.newest.image.tag} runs.`);
}

async function watch<T>(
  { id }: Described,
  seen: (service: Service) => T | undefined,
  { cloud, waiting }: Tools,
): Promise<T> {
  const look = async () => seen((await cloud.service(id)) ?? {});
  return await until(look, { what: `What ECS does with ${id}`, minutes: MINUTES }, waiting);
}

/** What became of bringing a service to a revision; undefined as long as that is not known. */
function rolloutOf(
  service: Service,
  revision: string,
): { kind: "completed" } | { kind: "failed"; why: string } | undefined {
  const state = primaryDeployment(service)?.rolloutState;
  // ECS goes back by a deployment of the older revision, which takes the place of the one that failed.
  if (service.taskDefinition !== revision || state === "FAILED") {
    return { kind: "failed", why: reasonOf(service) };
  }
  return state === "COMPLETED" ? { kind: "completed" } : undefined;
}

function reasonOf({ deployments = [], events = [] }: Service): string {
  const failed = deployments.find(({ rolloutState }) => rolloutState === "FAILED");
  const reasons = [failed?.rolloutStateReason, events[0]?.message];
  return reasons.filter((one) => one !== undefined && one !== "").join(" ");
}
