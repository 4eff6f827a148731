import type { NetworkConfiguration, Service, TaskDefinition } from "@aws-sdk/client-ecs";
import { Failure } from "../../shared/failure.ts";
import type { Image } from "./image.ts";
import { readImage } from "./image.ts";
import type { ServiceId } from "./names.ts";

/** A revision of a task, and the image it runs. */
export interface Revision {
  readonly arn: string;
  readonly number: number;
  readonly image: Image;
}

/** A service as a release finds it. */
export interface Described {
  readonly id: ServiceId;
  /** Who replaces its tasks. */
  readonly controller: "CODE_DEPLOY" | "ECS";
  readonly newest: Revision;
  /** The ARN of the revision that it runs, or is on its way to run. */
  readonly running: string | undefined;
  /** How far ECS is with that, where ECS does it. */
  readonly rollout: string | undefined;
}

/** @throws Failure when its image is not one of a repository of ECR */
export function revisionOf(definition: TaskDefinition): Revision {
  const { taskDefinitionArn: arn = "", revision: number = 0 } = definition;
  const name = definition.containerDefinitions?.[0]?.image ?? "";
  const image = readImage(name);
  if (image !== undefined) return { arn, number, image };
  throw new Failure(
    `"${name}", which ${arn} runs, is not an image of ECR with a tag. Deploy again: npx cdktf deploy registers one.`,
  );
}

const primary = <T extends { readonly status?: string | undefined }>(all: readonly T[] = []) =>
  all.find(({ status }) => status === "PRIMARY");

/** What is at work in a service: CodeDeploy knows sets of tasks, and ECS deployments. */
export const primaryTaskSet = ({ taskSets }: Service) => primary(taskSets);
export const primaryDeployment = ({ deployments }: Service) => primary(deployments);

/** How a service's tasks are connected; whatever CodeDeploy moves has it beside the tasks. */
export const networkOf = (service: Service): NetworkConfiguration | undefined =>
  primaryTaskSet(service)?.networkConfiguration ?? service.networkConfiguration;

export const describeService = (id: ServiceId, service: Service, newest: Revision): Described =>
  service.deploymentController?.type === "CODE_DEPLOY"
    ? {
        id,
        controller: "CODE_DEPLOY",
        newest,
        running: primaryTaskSet(service)?.taskDefinition,
        rollout: undefined,
      }
    : {
        id,
        controller: "ECS",
        newest,
        running: service.taskDefinition,
        rollout: primaryDeployment(service)?.rolloutState,
      };
