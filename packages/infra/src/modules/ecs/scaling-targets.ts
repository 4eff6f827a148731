import type {
  AppautoscalingPolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetrics as Metric,
  AppautoscalingPolicyTargetTrackingScalingPolicyConfiguration as TargetTracking,
} from "@cdktf/provider-aws/lib/appautoscaling-policy/index.js";
import type { Lb } from "@cdktf/provider-aws/lib/lb/index.js";
import type { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group/index.js";

type Dimensions = Readonly<Record<string, string>>;

const predefined = (
  predefinedMetricType: string,
  targetValue: number,
  resourceLabel?: string,
): TargetTracking => ({
  targetValue,
  predefinedMetricSpecification: {
    predefinedMetricType,
    ...(resourceLabel === undefined ? {} : { resourceLabel }),
  },
});

/** Percent of the CPU that the tasks have. */
export const cpuAt = (percent: number) => predefined("ECSServiceAverageCPUUtilization", percent);

/** Percent of the memory that the tasks have. */
export const memoryAt = (percent: number) =>
  predefined("ECSServiceAverageMemoryUtilization", percent);

/** Requests a minute and task, in the one target group of a service. */
export const requestsAt = (count: number, balancer: Lb, group: LbTargetGroup) =>
  predefined("ALBRequestCountPerTarget", count, `${balancer.arnSuffix}/${group.arnSuffix}`);

/** A metric that only goes into an expression. */
const input = (
  id: string,
  [namespace, metricName]: readonly [string, string],
  stat: string,
  dimensions: Dimensions,
): Metric => ({
  id,
  returnData: false,
  metricStat: {
    stat,
    metric: {
      namespace,
      metricName,
      dimensions: Object.entries(dimensions).map(([name, value]) => ({ name, value })),
    },
  },
});

const computed = (
  targetValue: number,
  label: string,
  expression: string,
  inputs: readonly Metric[],
): TargetTracking => ({
  targetValue,
  customizedMetricSpecification: {
    metrics: [...inputs, { id: "wanted", label, expression, returnData: true }],
  },
});

/**
 * Requests a minute and task where blue/green deployments move between two groups: the ready-made metric
 * is tied to one of them, and would see nothing after every second deployment.
 */
export const requestsInEitherAt = (
  count: number,
  balancer: Lb,
  groups: readonly [LbTargetGroup, LbTargetGroup],
) =>
  computed(
    count,
    "Requests a task, in both target groups",
    "FILL(blue, 0) + FILL(green, 0)",
    groups.map((group, index) =>
      input(
        index === 0 ? "blue" : "green",
        ["AWS/ApplicationELB", "RequestCountPerTarget"],
        "Sum",
        { LoadBalancer: balancer.arnSuffix, TargetGroup: group.arnSuffix },
      ),
    ),
  );

/**
 * Waiting jobs a task. Target tracking on the quotient adds tasks in proportion to the backlog, which the
 * fixed steps of step scaling do not; with no metric, nothing is added or removed.
 */
export const backlogAt = (
  jobs: number,
  { environment, cluster, service }: { environment: string; cluster: string; service: string },
) =>
  computed(jobs, "Waiting jobs a task", "backlog / IF(tasks > 0, tasks, 1)", [
    // Every task reports the one queue that all share: the greatest is the newest of equals, a sum would count it twice.
    input("backlog", ["CaptionGenerator", "JobBacklog"], "Maximum", { Environment: environment }),
    input("tasks", ["ECS/ContainerInsights", "RunningTaskCount"], "Average", {
      ClusterName: cluster,
      ServiceName: service,
    }),
  ]);
