import { CloudwatchDashboard } from "@cdktf/provider-aws/lib/cloudwatch-dashboard/index.js";
import { Fn } from "cdktf";
import { currentAccount } from "../../aws/account.ts";
import type { MonitoringConfig } from "../../config/monitoring.ts";
import type { HclStack } from "../../terraform/hcl-stack.ts";
import type { ValuesOf } from "../../terraform/module-definition.ts";
import { defineModule } from "../../terraform/module-definition.ts";
import { naming } from "../project.ts";
import { budget } from "./budget.ts";
import { graphs } from "./graphs.ts";
import type { Inputs } from "./interface.ts";
import { INPUTS, OUTPUTS } from "./interface.ts";
import { jobAlarms } from "./job-alarms.ts";
import { groupsOf, metricsOf } from "./metric.ts";
import { storeAlarms } from "./store-alarms.ts";
import { alertsTopic } from "./topic.ts";
import { trafficAlarms } from "./traffic-alarms.ts";
import { widget } from "./widget.ts";

/** What an environment decides about how it is watched. */
export interface MonitoringProps {
  readonly config: MonitoringConfig;
  /** How many nodes the cache has. */
  readonly cacheNodes: number;
  /** Whether each service has two target groups, between which deployments move the traffic. */
  readonly blueGreen: boolean;
  /** Whether there is a rule that finds malware. */
  readonly findings: boolean;
}

/** A dashboard, alarms that say why, where they are sent, and a budget. */
export const monitoring = (props: MonitoringProps) =>
  defineModule({
    name: "monitoring",
    inputs: INPUTS,
    outputs: OUTPUTS,
    body: (scope, inputs) => body(scope, inputs, props),
  });

function body(
  scope: HclStack,
  inputs: Inputs,
  { config, cacheNodes, blueGreen, findings }: MonitoringProps,
): ValuesOf<typeof OUTPUTS> {
  const name = naming(inputs);
  const metrics = metricsOf(inputs);
  const groups = groupsOf(inputs, blueGreen);
  const account = currentAccount(scope);
  const topic = alertsTopic(scope, {
    name,
    emails: config.emails,
    findingsRule: findings ? inputs.findings_rule_name : undefined,
    account,
  });
  const alarms = { scope, name, topicArn: topic.arn };
  trafficAlarms(alarms, { metrics, config, groups });
  jobAlarms(alarms, metrics, config);
  const { cacheMemoryPercent } = config;
  storeAlarms(alarms, { metrics, inputs, cacheNodes, cacheMemoryPercent });
  budget(scope, { name, monthlyUsd: config.monthlyBudgetUsd, topic });
  const dashboard = new CloudwatchDashboard(scope, "aws_cloudwatch_dashboard.main", {
    dashboardName: name("overview"),
    dashboardBody: Fn.jsonencode({
      widgets: graphs({ inputs, metrics, config, cacheNodes, groups }).map((graph, at) =>
        widget(graph, at, account.region),
      ),
    }),
  });
  return { topic_arn: topic.arn, dashboard_name: dashboard.dashboardName };
}
