import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule/index.js";
import { Token } from "cdktf";
import type { EnvironmentConfig } from "../config/environment-config.ts";
import { elasticache } from "../modules/elasticache/index.ts";
import { rds } from "../modules/rds/index.ts";
import { HclModule } from "../terraform/hcl-module.ts";
import type { HclStack } from "../terraform/hcl-stack.ts";
import type { Network, Project } from "./parts.ts";

/** The database and the cache, called as in the article, and the tasks' way to them. */
export function dataStores(
  stack: HclStack,
  config: EnvironmentConfig,
  { project, network }: { readonly project: Project; readonly network: Network },
) {
  const { vpc_id, private_subnet_ids: private_subnets, ecs_security_group_id } = network.outputs;
  const call = { inputs: { ...project, vpc_id, private_subnets }, dependsOn: [network] };
  const database = new HclModule(stack, "module.rds", rds({ ...config, ...config.database }), call);
  const cache = new HclModule(
    stack,
    "module.elasticache",
    elasticache({ ...config, ...config.cache }),
    call,
  );
  letIn(stack, "database", { tasks: ecs_security_group_id, store: database.outputs });
  letIn(stack, "cache", { tasks: ecs_security_group_id, store: cache.outputs });
  return { database: database.outputs, cache: cache.outputs };
}

interface Way {
  readonly tasks: string;
  readonly store: { readonly security_group_id: string; readonly port: string };
}

/** Lets the tasks, and nobody else, in at the store's port. */
function letIn(stack: HclStack, name: string, { tasks, store }: Way): void {
  const port = Token.asNumber(store.port);
  new VpcSecurityGroupIngressRule(stack, `aws_vpc_security_group_ingress_rule.${name}_from_tasks`, {
    securityGroupId: store.security_group_id,
    description: "Tasks",
    referencedSecurityGroupId: tasks,
    ipProtocol: "tcp",
    fromPort: port,
    toPort: port,
  });
}
