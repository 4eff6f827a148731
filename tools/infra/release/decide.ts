import type { Described } from "./described.ts";

/** What is to be done with a service. */
export type Step =
  /** CodeDeploy is told to bring the newest revision. */
  | "deploy"
  /** It is there already, and its tasks come up: the first ones, as a rule. */
  | "settle"
  /** ECS is told to replace the tasks by those of the newest revision. */
  | "roll"
  /** ECS does so already. */
  | "follow";

/** What brings a service to its newest revision. */
export function stepFor({ controller, newest, running, rollout }: Described): Step {
  const isNewest = running === newest.arn;
  if (controller === "CODE_DEPLOY") return isNewest ? "settle" : "deploy";
  // ECS gave up, as it does with the first tasks of all where their image is pushed after the deployment.
  return isNewest && rollout !== "FAILED" ? "follow" : "roll";
}

/**
 * What is going to change, for the person.
 *
 * @param before the tag that runs now, where it is another revision
 */
export function sayStep(service: Described, before: string | undefined): string {
  const { id, newest } = service;
  const after = `${newest.image.tag} (revision ${newest.number})`;
  switch (stepFor(service)) {
    case "deploy":
    case "roll":
      return before === undefined ? `${id}: ${after}, once more` : `${id}: ${before} -> ${after}`;
    case "follow":
      return service.rollout === "COMPLETED"
        ? `${id}: ${after} runs already`
        : `${id}: ${after}, which ECS rolls out already`;
    case "settle":
      return `${id}: ${after} has the traffic already`;
  }
}
