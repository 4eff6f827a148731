import type { NetworkConfiguration, Task, TaskDefinition } from "@aws-sdk/client-ecs";
import { Failure } from "../../shared/failure.ts";
import type { Cloud } from "./cloud.ts";
import type { Waiting } from "./wait.ts";
import { until } from "./wait.ts";

/** No migration is to take longer: the API's tasks wait for the same, and are given up before. */
const MINUTES = 60;

interface Migration {
  /** The newest revision of the task that migrates. */
  readonly definition: TaskDefinition;
  readonly network: NetworkConfiguration;
}

/**
 * Brings the database up to date, by one task that is waited for.
 *
 * @throws Failure when it did not end well
 */
export async function migrate(
  { definition, network }: Migration,
  { cloud, waiting }: { readonly cloud: Cloud; readonly waiting: Waiting },
): Promise<void> {
  const arn = await cloud.runTask(definition.taskDefinitionArn ?? "", network);
  const what = `The migration (task ${idOf(arn)})`;
  const stopped = await until(
    async () => {
      const task = await cloud.task(arn);
      return task?.lastStatus === "STOPPED" ? task : undefined;
    },
    { what, minutes: MINUTES },
    waiting,
  );
  const fault = faultOf(stopped);
  if (fault === undefined) return;
  throw new Failure(`${what} ${fault}. ${whereToLook(definition, arn)} Nothing was released.`);
}

const idOf = (arn: string): string => arn.split("/").at(-1) ?? arn;

/** Why a task that has stopped has not done its work; undefined where it has. */
function faultOf({ containers = [], stoppedReason }: Task): string | undefined {
  const [container] = containers;
  if (container?.exitCode === 0) return undefined;
  const reasons = [stoppedReason, container?.reason].filter(
    (one) => one !== undefined && one !== "",
  );
  const why = reasons.length === 0 ? "" : `: ${reasons.join("; ")}`;
  return container?.exitCode === undefined
    ? `did not start${why.replace(/\.$/u, "")}`
    : `ended with ${container.exitCode}${why.replace(/\.$/u, "")}`;
}

function whereToLook({ containerDefinitions = [] }: TaskDefinition, arn: string): string {
  const [container] = containerDefinitions;
  const options = container?.logConfiguration?.options;
  const stream = `${options?.["awslogs-stream-prefix"]}/${container?.name}/${idOf(arn)}`;
  return `Look at the log group ${options?.["awslogs-group"]}, stream ${stream}.`;
}
