import { CodedeployApp } from "@cdktf/provider-aws/lib/codedeploy-app/index.js";
import type { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster/index.js";
import type { Construct } from "constructs";
import { blueGreen } from "./blue-green.ts";
import { deployerRole } from "./deployer.ts";
import type { Entrance } from "./entrance.ts";
import { rollbackAlarm } from "./rollback-alarms.ts";
import type { Services } from "./services.ts";

interface ReleaseProps {
  readonly name: (rest: string) => string;
  readonly cluster: EcsCluster;
  readonly entrance: Entrance;
  /** The services, by name. */
  readonly running: Services;
  /** ARNs of the roles their tasks have. */
  readonly taskRoles: readonly string[];
  readonly trafficShift: string;
}

/** Blue/green releases of all services by CodeDeploy: the AWS provider's 5.x knows none of ECS's own. */
export function blueGreenReleases(scope: Construct, props: ReleaseProps): CodedeployApp {
  const { name, cluster, entrance, trafficShift } = props;
  const services = Object.values(props.running);
  const role = deployerRole(scope, {
    name,
    cluster,
    services: services.map(({ service }) => service.id),
    traffic: [entrance.listener.arn, ...services.map(({ rule }) => rule.arn)],
    taskRoles: props.taskRoles,
  });
  const app = new CodedeployApp(scope, "aws_codedeploy_app.main", {
    name: name("app"),
    computePlatform: "ECS",
  });
  for (const [id, { service, groups }] of Object.entries(props.running)) {
    if (groups.length !== 2) continue;
    const [blue, green] = groups;
    const alarms = [
      rollbackAlarm(scope, `${id}_blue`, { name, balancer: entrance.balancer, group: blue }),
      rollbackAlarm(scope, `${id}_green`, { name, balancer: entrance.balancer, group: green }),
    ];
    blueGreen(scope, id, {
      app,
      role,
      cluster,
      service,
      listener: entrance.listener,
      groups,
      alarms,
      trafficShift,
    });
  }
  return app;
}
