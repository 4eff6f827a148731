import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import type { Account } from "../../aws/account.ts";
import { currentAccount } from "../../aws/account.ts";
import { customerKey } from "../../aws/customer-key.ts";
import type { HclStack } from "../../terraform/hcl-stack.ts";
import type { ValuesOf } from "../../terraform/module-definition.ts";
import { defineModule } from "../../terraform/module-definition.ts";
import { naming } from "../project.ts";
import { cluster as makeCluster } from "./cluster.ts";
import type { Entrance } from "./entrance.ts";
import { entrance as makeEntrance } from "./entrance.ts";
import type { Inputs } from "./interface.ts";
import { INPUTS, OUTPUTS } from "./interface.ts";
import { makeTasks } from "./make-tasks.ts";
import { outputsOf } from "./outputs.ts";
import type { EcsProps, Name } from "./props.ts";
import { blueGreenReleases } from "./release.ts";
import { scaleServices } from "./scale-services.ts";
import { runServices } from "./services.ts";

/** Page and API on Fargate, the load balancer in front of them, and how they are scaled and released. */
export const ecs = (props: EcsProps) =>
  defineModule({
    name: "ecs",
    inputs: INPUTS,
    outputs: OUTPUTS,
    body: (scope, inputs) => body(scope, inputs, props),
  });

function body(scope: HclStack, inputs: Inputs, props: EcsProps): ValuesOf<typeof OUTPUTS> {
  const name = naming(inputs);
  const { services: config, logRetentionDays } = props;
  const account = currentAccount(scope);
  const key = props.customerKeys ? logsKey(scope, name, account) : undefined;
  const cluster = makeCluster(scope, { name, key, logRetentionDays, enhanced: props.hardened });
  const entrance = loadBalanced(scope, { name, inputs, props });
  const siteUrl = props.behindCdn ? inputs.site_url : entrance.url;
  const tasks = makeTasks(scope, { name, inputs, account, key, siteUrl, props });
  const services = runServices(scope, { name, inputs, props, cluster, tasks, entrance });
  scaleServices(scope, {
    environment: inputs.environment,
    config,
    cluster,
    balancer: entrance.balancer,
    services,
  });
  const releases =
    config.deployment === "blue-green"
      ? blueGreenReleases(scope, {
          name,
          cluster,
          entrance,
          running: services,
          taskRoles: tasks.roles,
          trafficShift: config.trafficShift,
        })
      : undefined;
  return outputsOf({ cluster, tasks, entrance, services, siteUrl, releases });
}

const logsKey = (scope: HclStack, name: Name, account: Account): KmsKey =>
  customerKey(scope, {
    name: name("logs"),
    description: `Logs of ${name("tasks")}`,
    account,
  });

const loadBalanced = (
  scope: HclStack,
  { name, inputs, props }: { name: Name; inputs: Inputs; props: EcsProps },
): Entrance =>
  makeEntrance(scope, {
    name,
    subnets: inputs.public_subnets,
    securityGroupId: inputs.alb_security_group_id,
    deletionProtection: props.services.deletionProtection,
    accessLogs: props.hardened,
    site: props.site,
    behindCdn: props.behindCdn,
  });
