import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import type { Lb } from "@cdktf/provider-aws/lib/lb/index.js";
import type { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group/index.js";
import type { Construct } from "constructs";

/** Errors in a minute that a tenth of the traffic makes only when the release is broken. */
const ERRORS = 5;

interface RollbackAlarmProps {
  readonly name: (rest: string) => string;
  readonly balancer: Lb;
  readonly group: LbTargetGroup;
}

/** Goes off when a group of tasks answers with errors of its own; a deployment that is under way then goes back. */
export const rollbackAlarm = (
  scope: Construct,
  id: string,
  { name, balancer, group }: RollbackAlarmProps,
): CloudwatchMetricAlarm =>
  new CloudwatchMetricAlarm(scope, `aws_cloudwatch_metric_alarm.${id}_errors`, {
    alarmName: name(`${id.replace("_", "-")}-deployment-errors`),
    alarmDescription: `${ERRORS} or more errors a minute, twice in a row: a deployment under way is rolled back.`,
    namespace: "AWS/ApplicationELB",
    metricName: "HTTPCode_Target_5XX_Count",
    dimensions: { LoadBalancer: balancer.arnSuffix, TargetGroup: group.arnSuffix },
    statistic: "Sum",
    period: 60,
    evaluationPeriods: 2,
    threshold: ERRORS,
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    treatMissingData: "notBreaching",
  });
