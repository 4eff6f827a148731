import type { Construct } from "constructs";
import type { MonitoringProps } from "../modules/monitoring/index.ts";
import { monitoring } from "../modules/monitoring/index.ts";
import type { INPUTS } from "../modules/monitoring/interface.ts";
import { HclModule } from "../terraform/hcl-module.ts";
import type { ValuesOf } from "../terraform/module-definition.ts";

type Inputs = ValuesOf<typeof INPUTS>;

/** The outputs of other modules that are watched; what else they have is of no interest here. */
export interface Watched {
  readonly project: Pick<Inputs, "project_name" | "environment">;
  readonly ecs: Pick<
    Inputs,
    | "cluster_name"
    | "frontend_service_name"
    | "backend_service_name"
    | "alb_arn_suffix"
    | "frontend_target_group_arn_suffix"
    | "backend_target_group_arn_suffix"
    | "frontend_green_target_group_arn_suffix"
    | "backend_green_target_group_arn_suffix"
  >;
  readonly rds: Pick<Inputs, "cluster_identifier" | "max_acu">;
  readonly elasticache: Pick<Inputs, "replication_group_id">;
  readonly scanning: Pick<Inputs, "findings_rule_name">;
}

/** Adds the dashboard, the alarms and the budget to an environment. */
export function addMonitoring(scope: Construct, watched: Watched, props: MonitoringProps) {
  const { project, ecs, rds, elasticache, scanning } = watched;
  const inputs: Inputs = {
    project_name: project.project_name,
    environment: project.environment,
    cluster_name: ecs.cluster_name,
    frontend_service_name: ecs.frontend_service_name,
    backend_service_name: ecs.backend_service_name,
    alb_arn_suffix: ecs.alb_arn_suffix,
    frontend_target_group_arn_suffix: ecs.frontend_target_group_arn_suffix,
    backend_target_group_arn_suffix: ecs.backend_target_group_arn_suffix,
    frontend_green_target_group_arn_suffix: ecs.frontend_green_target_group_arn_suffix,
    backend_green_target_group_arn_suffix: ecs.backend_green_target_group_arn_suffix,
    cluster_identifier: rds.cluster_identifier,
    max_acu: rds.max_acu,
    replication_group_id: elasticache.replication_group_id,
    findings_rule_name: scanning.findings_rule_name,
  };
  return new HclModule(scope, "module.monitoring", monitoring(props), { inputs });
}
