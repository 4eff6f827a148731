import type { ValuesOf } from "../../terraform/module-definition.ts";
import { PROJECT_INPUTS } from "../project.ts";

const string = (description: string) => ({ type: "string", description }) as const;

/** The module's variables. */
export const INPUTS = {
  ...PROJECT_INPUTS,
  cluster_name: string("Name of the ECS cluster"),
  frontend_service_name: string("Name of the page's service"),
  backend_service_name: string("Name of the API's service"),
  alb_arn_suffix: string("Load balancer, as CloudWatch names it"),
  frontend_target_group_arn_suffix: string("Page's target group, as CloudWatch names it"),
  backend_target_group_arn_suffix: string("API's target group, as CloudWatch names it"),
  frontend_green_target_group_arn_suffix: string(
    "Page's second target group under blue/green deployments; otherwise its only one",
  ),
  backend_green_target_group_arn_suffix: string(
    "API's second target group under blue/green deployments; otherwise its only one",
  ),
  cluster_identifier: string("Name of the database cluster"),
  max_acu: string("The most capacity the database scales to, in ACU"),
  replication_group_id: string("Name of the cache's replication group"),
  findings_rule_name: string(
    "Name of the rule that finds malware among uploads; empty without one",
  ),
} as const;

/** References to the module's variables. */
export type Inputs = ValuesOf<typeof INPUTS>;

/** The module's outputs. */
export const OUTPUTS = {
  topic_arn: string("ARN of the topic that alarms are sent to"),
  dashboard_name: string("Name of the dashboard"),
} as const;
