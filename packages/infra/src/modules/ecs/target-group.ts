import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group/index.js";
import type { Construct } from "constructs";

interface TargetGroupProps {
  readonly vpcId: string;
  readonly port: number;
  /** At most six characters: AWS has no room for more beside its own suffix. */
  readonly namePrefix: string;
  readonly healthPath: string;
  /** Seconds that requests under way have to end when a task leaves. */
  readonly drainSeconds: number;
}

/** The tasks of a service, as the load balancer knows them. */
export const targetGroup = (
  scope: Construct,
  id: `aws_lb_target_group.${string}`,
  props: TargetGroupProps,
): LbTargetGroup =>
  new LbTargetGroup(scope, id, {
    namePrefix: props.namePrefix,
    vpcId: props.vpcId,
    targetType: "ip",
    protocol: "HTTP",
    port: props.port,
    deregistrationDelay: `${props.drainSeconds}`,
    healthCheck: {
      path: props.healthPath,
      matcher: "200",
      interval: 15,
      timeout: 5,
      healthyThreshold: 2,
      unhealthyThreshold: 3,
    },
    // A listener keeps the one in use from being deleted: its successor comes first.
    lifecycle: { createBeforeDestroy: true },
  });
