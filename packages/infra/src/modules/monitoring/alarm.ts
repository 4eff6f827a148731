import type {
  CloudwatchMetricAlarmConfig,
  CloudwatchMetricAlarmMetricQuery as Query,
} from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import type { Construct } from "constructs";
import type { Metric } from "./metric.ts";

/** Where alarms are made, and whom they tell. */
export interface Alarms {
  readonly scope: Construct;
  readonly name: (rest: string) => string;
  readonly topicArn: string;
}

interface AlarmProps {
  /** What is wrong, why it is at this point, and what to look at: the first thing a person reads at night. */
  readonly says: string;
  readonly threshold: number;
  /** Seconds that are summed up. */
  readonly period: number;
  /** How many periods in a row are over the threshold. */
  readonly periods: number;
  /** @default "GreaterThanOrEqualToThreshold" */
  readonly comparison?: "GreaterThanThreshold" | "LessThanThreshold";
  /** Whether no measurement at all is a bad sign. @default false */
  readonly silenceIsBad?: boolean;
}

/** An alarm on one metric. */
export const alarmOn = (alarms: Alarms, id: string, metric: Metric, props: AlarmProps): void =>
  make(alarms, id, props, { ...measured(metric), period: props.period });

/** An alarm on an expression of several metrics, by the names they have in it. */
export const alarmOnExpression = (
  alarms: Alarms,
  id: string,
  { expression, metrics }: { expression: string; metrics: Readonly<Record<string, Metric>> },
  props: AlarmProps,
): void => {
  const queries = Object.entries(metrics).map(([name, metric]): Query => {
    const { namespace, name: metricName, dimensions, statistic: stat } = metric;
    const { period } = props;
    return { id: name, metric: { namespace, metricName, dimensions, stat, period } };
  });
  const result: Query = { id: "result", expression, label: id, returnData: true };
  make(alarms, id, props, { metricQuery: [result, ...queries] });
};

/** An alarm on the highest of several metrics: on that of the target group which has the traffic, say. */
export const alarmOnHighest = (
  alarms: Alarms,
  id: string,
  metrics: readonly Metric[],
  props: AlarmProps,
): void => {
  const [only, ...others] = metrics;
  if (only !== undefined && others.length === 0) {
    alarmOn(alarms, id, only, props);
    return;
  }
  const named = Object.fromEntries(metrics.map((metric, at) => [`m${at}`, metric]));
  const filled = Object.keys(named).map((name) => `FILL(${name}, 0)`);
  const expression = `MAX([${filled.join(", ")}])`;
  alarmOnExpression(alarms, id, { expression, metrics: named }, props);
};

function make(
  { scope, name, topicArn }: Alarms,
  id: string,
  { says, threshold, periods, comparison, silenceIsBad = false }: AlarmProps,
  what: Partial<CloudwatchMetricAlarmConfig>,
): void {
  new CloudwatchMetricAlarm(scope, `aws_cloudwatch_metric_alarm.${id}`, {
    alarmName: name(id.replaceAll("_", "-")),
    alarmDescription: says,
    comparisonOperator: comparison ?? "GreaterThanOrEqualToThreshold",
    threshold,
    evaluationPeriods: periods,
    treatMissingData: silenceIsBad ? "breaching" : "notBreaching",
    alarmActions: [topicArn],
    okActions: [topicArn],
    ...what,
  });
}

/** CloudWatch takes percentiles under another name than the other statistics. */
const measured = ({ namespace, name, dimensions, statistic }: Metric) => ({
  namespace,
  metricName: name,
  dimensions: { ...dimensions },
  ...(/^p\d/u.test(statistic) ? { extendedStatistic: statistic } : { statistic }),
});
