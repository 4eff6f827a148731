import type { AppautoscalingPolicyTargetTrackingScalingPolicyConfiguration as TargetTracking } from "@cdktf/provider-aws/lib/appautoscaling-policy/index.js";
import { AppautoscalingPolicy } from "@cdktf/provider-aws/lib/appautoscaling-policy/index.js";
import { AppautoscalingTarget } from "@cdktf/provider-aws/lib/appautoscaling-target/index.js";
import type { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster/index.js";
import type { EcsService } from "@cdktf/provider-aws/lib/ecs-service/index.js";
import type { Construct } from "constructs";
import type { ServiceConfig } from "../../config/services.ts";

/** More tasks soon, fewer late: a task too many costs a cent, one too few costs answers. */
const COOLDOWN = { scaleOutCooldown: 60, scaleInCooldown: 300 };

interface ScalingProps {
  readonly cluster: EcsCluster;
  readonly service: EcsService;
  readonly size: ServiceConfig;
  /** What is kept at which value, by the name of the policy; the one that wants most tasks wins. */
  readonly targets: Readonly<Record<string, TargetTracking>>;
}

/** Adds and removes tasks of a service within its limits. */
export function scaling(scope: Construct, name: string, props: ScalingProps): void {
  const target = new AppautoscalingTarget(scope, `aws_appautoscaling_target.${name}`, {
    serviceNamespace: "ecs",
    scalableDimension: "ecs:service:DesiredCount",
    resourceId: `service/${props.cluster.name}/${props.service.name}`,
    minCapacity: props.size.minTasks,
    maxCapacity: props.size.maxTasks,
  });
  for (const [metric, tracking] of Object.entries(props.targets)) {
    new AppautoscalingPolicy(scope, `aws_appautoscaling_policy.${name}_${metric}`, {
      name: `${name}-${metric}`,
      policyType: "TargetTrackingScaling",
      serviceNamespace: target.serviceNamespace,
      scalableDimension: target.scalableDimension,
      resourceId: target.resourceId,
      targetTrackingScalingPolicyConfiguration: { ...COOLDOWN, ...tracking },
    });
  }
}
