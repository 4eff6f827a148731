import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition/index.js";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import type { Construct } from "constructs";
import type { Container } from "./container.ts";
import { containerDefinitions, SCRATCH } from "./container.ts";

interface TaskDefinitionProps {
  readonly family: string;
  /** CPU units: 1024 are one virtual CPU. */
  readonly cpu: number;
  /** MiB. */
  readonly memory: number;
  readonly container: Container;
  readonly executionRole: IamRole;
  /** What the container may do. @default nothing */
  readonly taskRoleArn?: string;
  /** Whether revisions stay when there is a newer one, so that a release can be gone back to. */
  readonly keepOld: boolean;
}

/** A task of one container on Fargate. */
export const taskDefinition = (
  scope: Construct,
  id: `aws_ecs_task_definition.${string}`,
  props: TaskDefinitionProps,
): EcsTaskDefinition =>
  new EcsTaskDefinition(scope, id, {
    family: props.family,
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: `${props.cpu}`,
    memory: `${props.memory}`,
    executionRoleArn: props.executionRole.arn,
    ...(props.taskRoleArn === undefined ? {} : { taskRoleArn: props.taskRoleArn }),
    runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: "X86_64" },
    volume: [{ name: SCRATCH }],
    containerDefinitions: containerDefinitions(props.container),
    ...(props.keepOld ? { skipDestroy: true } : {}),
  });
