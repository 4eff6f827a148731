import type { DeploymentInfo, ECSTarget } from "@aws-sdk/client-codedeploy";
import type { NetworkConfiguration, Service, Task, TaskDefinition } from "@aws-sdk/client-ecs";
import type { Image } from "./image.ts";
import type { ServiceId } from "./names.ts";

/** What a release asks of AWS, one call each, with AWS's own answers. */
export interface Cloud {
  /** undefined where there is none. */
  service(id: ServiceId): Promise<Service | undefined>;
  /** A revision by its ARN, or the newest active one of a family. @throws Failure where there is none */
  taskDefinition(name: string): Promise<TaskDefinition>;
  hasImage(image: Image): Promise<boolean>;
  /** @returns the ARN of the task @throws Failure where AWS has no room for it */
  runTask(definition: string, network: NetworkConfiguration): Promise<string>;
  /** undefined as long as AWS does not know of it yet. */
  task(arn: string): Promise<Task | undefined>;
  /** Has ECS replace the tasks of a service, also by some of the same revision. */
  roll(id: ServiceId, definition: string): Promise<void>;
  /** Ids of a service's deployments by CodeDeploy that have not ended. */
  deploymentsUnderWay(id: ServiceId): Promise<readonly string[]>;
  /** @returns its id @throws Failure where another one is under way */
  createDeployment(id: ServiceId, request: DeploymentRequest): Promise<string>;
  deployment(deploymentId: string): Promise<DeploymentInfo>;
  /** How far a deployment is with its service. */
  deploymentTarget(deploymentId: string, id: ServiceId): Promise<ECSTarget | undefined>;
}

export interface DeploymentRequest {
  /** What is to run, as JSON. */
  readonly appSpec: string;
  readonly ignoreAlarms: boolean;
}
