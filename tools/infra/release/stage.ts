import type { DeploymentInfo, LifecycleEvent } from "@aws-sdk/client-codedeploy";

/** How far CodeDeploy is, as far as it matters to a release. */
export type Stage =
  | { readonly kind: "under way" }
  /** The new tasks have all the traffic. */
  | { readonly kind: "moved" }
  /** What became of it, as the end of a sentence. */
  | { readonly kind: "failed"; readonly why: string };

const ENDED: readonly unknown[] = ["Succeeded", "Failed", "Stopped"];

/** What traffic is moved by, and what may be asked of the new tasks after it; what nobody asks is skipped. */
const MOVES = ["AllowTraffic", "AfterAllowTraffic"];
const DONE = ["Succeeded", "Skipped"];

export const hasEnded = ({ status }: DeploymentInfo): boolean => ENDED.includes(status);

/** Whether CodeDeploy is at work on the service: before that, it has nothing to say about it. */
export const isAtWork = (info: DeploymentInfo): boolean =>
  !hasEnded(info) && info.status !== "Created" && info.status !== "Queued";

/** Minutes for which the old tasks stay once traffic has moved. */
export const keptMinutes = ({ blueGreenDeploymentConfiguration }: DeploymentInfo) =>
  blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess
    ?.terminationWaitTimeInMinutes;

/**
 * How far a deployment is. CodeDeploy says "Succeeded" only when the old tasks are gone: that traffic has
 * moved is seen by the events of its target, or by the wait for their end.
 */
export function stageOf(info: DeploymentInfo, events: readonly LifecycleEvent[] = []): Stage {
  const { status = "", errorInformation, rollbackInfo } = info;
  if (status === "Failed" || status === "Stopped") {
    const { code, message } = errorInformation ?? {};
    const words = [code, message, rollbackInfo?.rollbackMessage].filter(Boolean).join(": ");
    const why = words === "" ? "CodeDeploy says no more" : words;
    const alarms = code === "ALARM_ACTIVE" ? ` ${ALARMS}` : "";
    return { kind: "failed", why: `${OUTCOMES[status]}: ${why}${alarms}` };
  }
  const moved = MOVES.every((name) =>
    events.some((event) => event.lifecycleEventName === name && DONE.includes(event.status ?? "")),
  );
  if (status === "Succeeded" || info.instanceTerminationWaitTimeStarted === true || moved) {
    return { kind: "moved" };
  }
  return { kind: "under way" };
}

const OUTCOMES = { Failed: "failed", Stopped: "was stopped" };

const ALARMS =
  "Where it is the tasks of now that fail, and this release mends them: pnpm release with --ignore-alarms.";
