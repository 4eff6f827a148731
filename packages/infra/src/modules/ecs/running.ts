import type { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster/index.js";
import type { EcsService } from "@cdktf/provider-aws/lib/ecs-service/index.js";
import type { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition/index.js";
import type { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule/index.js";
import type { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group/index.js";
import type { Construct } from "constructs";
import type { ServiceConfig, ServicesConfig } from "../../config/services.ts";
import type { Entrance } from "./entrance.ts";
import { route } from "./route.ts";
import { service } from "./service.ts";
import { targetGroup } from "./target-group.ts";

/** What a service is, besides its tasks. */
interface Face {
  readonly port: number;
  /** Which requests it gets, and before which others that is decided. */
  readonly path: string;
  readonly priority: number;
  readonly healthPath: string;
  /** At most six characters. */
  readonly prefix: string;
  /** Seconds that requests under way have to end. */
  readonly drainSeconds: number;
}

interface RunProps {
  readonly name: (rest: string) => string;
  readonly face: Face;
  readonly size: ServiceConfig;
  readonly deployment: ServicesConfig["deployment"];
  readonly cluster: EcsCluster;
  readonly task: EcsTaskDefinition;
  readonly vpcId: string;
  readonly subnets: readonly string[];
  readonly securityGroupId: string;
  readonly entrance: Entrance;
  readonly originSecret: string | undefined;
}

export interface Running {
  readonly service: EcsService;
  readonly rule: LbListenerRule;
  /** One, or two that blue/green deployments move between. */
  readonly groups: readonly [LbTargetGroup] | readonly [LbTargetGroup, LbTargetGroup];
}

/** Runs a task as a service that the load balancer leads to. */
export function run(scope: Construct, id: string, props: RunProps): Running {
  const groups = targetGroups(scope, id, props);
  const [target] = groups;
  const rule = route(scope, id, {
    listener: props.entrance.listener,
    priority: props.face.priority,
    path: props.face.path,
    target,
    originSecret: props.originSecret,
    movedByDeployments: groups.length === 2,
  });
  const made = service(scope, id, {
    ...props,
    target,
    rule,
    port: props.face.port,
    tasks: props.size.minTasks,
  });
  return { service: made, rule, groups };
}

function targetGroups(scope: Construct, id: string, props: RunProps): Running["groups"] {
  const { port, healthPath, drainSeconds, prefix: namePrefix } = props.face;
  const shared = { vpcId: props.vpcId, port, namePrefix, healthPath, drainSeconds };
  const blue = targetGroup(scope, `aws_lb_target_group.${id}`, shared);
  if (props.deployment === "rolling") return [blue];
  return [blue, targetGroup(scope, `aws_lb_target_group.${id}_green`, shared)];
}
