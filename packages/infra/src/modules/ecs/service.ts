import type { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster/index.js";
import type { EcsServiceConfig } from "@cdktf/provider-aws/lib/ecs-service/index.js";
import { EcsService } from "@cdktf/provider-aws/lib/ecs-service/index.js";
import type { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition/index.js";
import type { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule/index.js";
import type { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group/index.js";
import type { Construct } from "constructs";
import type { ServicesConfig } from "../../config/services.ts";

/** Seconds a task has to come up before its health counts. */
const GRACE_SECONDS = 90;

interface ServiceProps {
  readonly name: (rest: string) => string;
  readonly cluster: EcsCluster;
  readonly task: EcsTaskDefinition;
  readonly port: number;
  /** Tasks at the start; from then on they are scaled. */
  readonly tasks: number;
  readonly subnets: readonly string[];
  readonly securityGroupId: string;
  readonly target: LbTargetGroup;
  /** The rule that leads to the target group: before there is one, ECS refuses the group. */
  readonly rule: LbListenerRule;
  readonly deployment: ServicesConfig["deployment"];
}

/** Tasks in the private subnets, behind the load balancer. */
export const service = (scope: Construct, name: string, props: ServiceProps): EcsService =>
  new EcsService(scope, `aws_ecs_service.${name}`, {
    name: props.name(name),
    cluster: props.cluster.id,
    taskDefinition: props.task.arn,
    desiredCount: props.tasks,
    launchType: "FARGATE",
    platformVersion: "LATEST",
    enableExecuteCommand: false,
    enableEcsManagedTags: true,
    propagateTags: "SERVICE",
    healthCheckGracePeriodSeconds: GRACE_SECONDS,
    deploymentMinimumHealthyPercent: 100,
    deploymentMaximumPercent: 200,
    networkConfiguration: {
      subnets: [...props.subnets],
      securityGroups: [props.securityGroupId],
      assignPublicIp: false,
    },
    loadBalancer: [
      { targetGroupArn: props.target.arn, containerName: name, containerPort: props.port },
    ],
    dependsOn: [props.rule],
    ...DEPLOYMENTS[props.deployment],
  });

type Deployment = Pick<
  EcsServiceConfig,
  "deploymentCircuitBreaker" | "deploymentController" | "lifecycle"
>;

/** What scaling and CodeDeploy change afterwards is theirs, and no plan puts it back. */
const DEPLOYMENTS: Readonly<Record<ServicesConfig["deployment"], Deployment>> = {
  rolling: {
    deploymentController: { type: "ECS" },
    deploymentCircuitBreaker: { enable: true, rollback: true },
    lifecycle: { ignoreChanges: ["desired_count"] },
  },
  "blue-green": {
    deploymentController: { type: "CODE_DEPLOY" },
    lifecycle: { ignoreChanges: ["desired_count", "task_definition", "load_balancer"] },
  },
};
