import type { EnvironmentConfig } from "../config/environment-config.ts";
import type { ecs } from "../modules/ecs/index.ts";
import type { elasticache } from "../modules/elasticache/index.ts";
import { monitoring } from "../modules/monitoring/index.ts";
import type { rds } from "../modules/rds/index.ts";
import type { scanning } from "../modules/scanning/index.ts";
import { HclModule } from "../terraform/hcl-module.ts";
import type { HclStack } from "../terraform/hcl-stack.ts";
import type { OutputsOf, Project } from "./parts.ts";

interface Watched {
  readonly project: Project;
  readonly services: OutputsOf<ReturnType<typeof ecs>>;
  readonly database: OutputsOf<ReturnType<typeof rds>>;
  readonly cache: OutputsOf<ReturnType<typeof elasticache>>;
  readonly scanner: OutputsOf<ReturnType<typeof scanning>> | undefined;
}

/** Watches what the environment is made of, and tells people. */
export function watch(stack: HclStack, config: EnvironmentConfig, watched: Watched): void {
  const { project, services, database, cache, scanner } = watched;
  const props = {
    config: config.monitoring,
    cacheNodes: config.cache.nodes,
    blueGreen: config.services.deployment === "blue-green",
    findings: scanner !== undefined,
  };
  new HclModule(stack, "module.monitoring", monitoring(props), {
    inputs: {
      ...project,
      cluster_name: services.cluster_name,
      frontend_service_name: services.frontend_service_name,
      backend_service_name: services.backend_service_name,
      alb_arn_suffix: services.alb_arn_suffix,
      frontend_target_group_arn_suffix: services.frontend_target_group_arn_suffix,
      backend_target_group_arn_suffix: services.backend_target_group_arn_suffix,
      frontend_green_target_group_arn_suffix: services.frontend_green_target_group_arn_suffix,
      backend_green_target_group_arn_suffix: services.backend_green_target_group_arn_suffix,
      cluster_identifier: database.cluster_identifier,
      max_acu: database.max_acu,
      replication_group_id: cache.replication_group_id,
      findings_rule_name: scanner?.findings_rule_name ?? "",
    },
  });
}
