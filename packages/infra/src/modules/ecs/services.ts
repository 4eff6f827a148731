import type { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster/index.js";
import type { Construct } from "constructs";
import type { Entrance } from "./entrance.ts";
import { FACES } from "./faces.ts";
import type { Inputs } from "./interface.ts";
import type { Tasks } from "./make-tasks.ts";
import type { EcsProps, Name } from "./props.ts";
import type { Running } from "./running.ts";
import { run } from "./running.ts";

interface RunServicesProps {
  readonly name: Name;
  readonly inputs: Inputs;
  readonly props: EcsProps;
  readonly cluster: EcsCluster;
  readonly tasks: Tasks;
  readonly entrance: Entrance;
}

export interface Services {
  readonly frontend: Running;
  readonly backend: Running;
}

/** Runs both tasks as services behind the load balancer. */
export function runServices(scope: Construct, made: RunServicesProps): Services {
  const { name, inputs, cluster, entrance } = made;
  const { services, behindCdn } = made.props;
  const one = (id: "frontend" | "backend") =>
    run(scope, id, {
      name,
      face: FACES[id],
      size: services[id],
      deployment: services.deployment,
      cluster,
      task: made.tasks[id].definition,
      vpcId: inputs.vpc_id,
      subnets: inputs.private_subnets,
      securityGroupId: inputs.ecs_security_group_id,
      entrance,
      originSecret: behindCdn ? inputs.origin_secret : undefined,
    });
  return { frontend: one("frontend"), backend: one("backend") };
}
