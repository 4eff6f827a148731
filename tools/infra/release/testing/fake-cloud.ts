import type { DeploymentInfo, ECSTarget } from "@aws-sdk/client-codedeploy";
import type { Service, Task, TaskDefinition } from "@aws-sdk/client-ecs";
import type { Cloud, DeploymentRequest } from "../cloud.ts";
import { revisionOf } from "../described.ts";
import type { ServiceId } from "../names.ts";

const ACCOUNT = "123456789012";
const FAMILY = "caption-generator-prod";

/** The ARN of a revision of a service's task. */
export const arnOf = (id: string, number: number): string =>
  `arn:aws:ecs:us-east-1:${ACCOUNT}:task-definition/${FAMILY}-${id}:${number}`;

/** A revision as DescribeTaskDefinition gives it. */
export const definition = (id: string, number: number, tag: string): TaskDefinition => ({
  taskDefinitionArn: arnOf(id, number),
  revision: number,
  containerDefinitions: [
    {
      name: id,
      image: `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com/${FAMILY}-${id}:${tag}`,
      logConfiguration: {
        logDriver: "awslogs",
        options: {
          "awslogs-group": `/ecs/${FAMILY}-backend`,
          "awslogs-stream-prefix": "migration",
        },
      },
    },
  ],
});

export const revision = (id: ServiceId, number: number, tag: string) =>
  revisionOf(definition(id, number, tag));

/** A service that CodeDeploy releases, as DescribeServices gives it, with the revision that has the traffic. */
export const moved = (id: ServiceId, number: number, own: Partial<Service> = {}): Service => ({
  status: "ACTIVE",
  deploymentController: { type: "CODE_DEPLOY" },
  taskSets: [
    {
      status: "PRIMARY",
      taskDefinition: arnOf(id, number),
      stabilityStatus: "STEADY_STATE",
      networkConfiguration: {
        awsvpcConfiguration: { subnets: ["subnet-1"], securityGroups: ["sg-1"] },
      },
    },
  ],
  ...own,
});

/** A service whose tasks ECS replaces, as DescribeServices gives it. */
export const rolled = (
  id: ServiceId,
  number: number,
  rolloutState: "COMPLETED" | "FAILED" | "IN_PROGRESS",
): Service => ({
  status: "ACTIVE",
  deploymentController: { type: "ECS" },
  taskDefinition: arnOf(id, number),
  networkConfiguration: {
    awsvpcConfiguration: { subnets: ["subnet-1"], securityGroups: ["sg-1"] },
  },
  deployments: [{ status: "PRIMARY", taskDefinition: arnOf(id, number), rolloutState }],
});

interface Told {
  /** What DescribeServices answers, one after the other; the last one from then on. */
  readonly services: Readonly<Record<ServiceId, readonly Service[]>>;
  readonly definitions?: readonly TaskDefinition[];
  readonly images?: readonly string[];
  /** What DescribeTasks answers. */
  readonly task?: Task;
  /** What is under way in CodeDeploy before. */
  readonly underWay?: readonly string[];
  /** What GetDeployment answers, by id. */
  readonly deployments?: Readonly<Record<string, readonly DeploymentInfo[]>>;
  readonly target?: ECSTarget;
}

/** AWS, as far as it was told what to answer, and what it was asked to do. */
export function fakeCloud(told: Told) {
  const done: string[] = [];
  const created: DeploymentRequest[] = [];
  const next = answers();
  const cloud: Cloud = {
    service: async (id) => next(id, told.services[id]),
    taskDefinition: async (name) => {
      const all = (told.definitions ?? []).filter(
        ({ taskDefinitionArn = "" }) =>
          taskDefinitionArn.endsWith(name) || taskDefinitionArn.includes(`/${name}:`),
      );
      return all.at(-1) ?? {};
    },
    hasImage: async ({ tag }) => (told.images ?? []).includes(tag),
    runTask: async (arn) => {
      done.push(`run ${arn.split("/").at(-1)}`);
      return "arn:aws:ecs:us-east-1:123456789012:task/cluster/t1";
    },
    task: async () => told.task,
    roll: async (id, arn) => void done.push(`roll ${id} ${arn.split(":").at(-1)}`),
    deploymentsUnderWay: async () => told.underWay ?? [],
    createDeployment: async (id, request) => {
      done.push(`deploy ${id}`);
      created.push(request);
      return `d-${id}`;
    },
    deployment: async (id) => next(id, told.deployments?.[id]) ?? {},
    deploymentTarget: async () => told.target,
  };
  return { cloud, done, created };
}

/** Gives the answers to each question in their order, and the last of them ever after. */
function answers() {
  const asked = new Map<string, number>();
  return <T>(question: string, all: readonly T[] = []): T | undefined => {
    const index = asked.get(question) ?? 0;
    asked.set(question, index + 1);
    return all[Math.min(index, all.length - 1)];
  };
}
