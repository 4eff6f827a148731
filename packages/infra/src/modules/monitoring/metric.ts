import type { Inputs } from "./interface.ts";

/** A measurement that CloudWatch has, and how it is summed up over a period. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  /** Such as `Sum`, `Average`, `Maximum`, `p95`. */
  readonly statistic: string;
}

/** Where the API reports what only it knows, and autoscaling reads it. */
const OWN = "CaptionGenerator";

/** What is measured of one environment. */
export function metricsOf(inputs: Inputs) {
  const balancer = { LoadBalancer: inputs.alb_arn_suffix };
  const atBalancer = (name: string, statistic: string, group?: string): Metric => ({
    namespace: "AWS/ApplicationELB",
    name,
    dimensions: group === undefined ? balancer : { ...balancer, TargetGroup: group },
    statistic,
  });
  const own = (name: string, statistic: string): Metric => ({
    namespace: OWN,
    name,
    dimensions: { Environment: inputs.environment },
    statistic,
  });
  const database = (name: string, statistic: string): Metric => ({
    namespace: "AWS/RDS",
    name,
    dimensions: { DBClusterIdentifier: inputs.cluster_identifier },
    statistic,
  });
  return {
    requests: atBalancer("RequestCount", "Sum"),
    balancerErrors: atBalancer("HTTPCode_ELB_5XX_Count", "Sum"),
    taskErrors: atBalancer("HTTPCode_Target_5XX_Count", "Sum"),
    latency: (statistic: string, group: string) =>
      atBalancer("TargetResponseTime", statistic, group),
    healthy: (group: string) => atBalancer("HealthyHostCount", "Maximum", group),
    unhealthy: (group: string) => atBalancer("UnHealthyHostCount", "Maximum", group),
    backlog: own("JobBacklog", "Maximum"),
    age: own("JobAgeSeconds", "Maximum"),
    aiErrors: own("AiErrors", "Sum"),
    aiSpend: own("AiSpendUsd", "Sum"),
    capacity: database("ServerlessDatabaseCapacity", "Maximum"),
    connections: database("DatabaseConnections", "Sum"),
    cache: (node: string, name: string): Metric => ({
      namespace: "AWS/ElastiCache",
      name,
      dimensions: { CacheClusterId: node },
      statistic: "Maximum",
    }),
    tasks: (service: string, name: string): Metric => ({
      namespace: "AWS/ECS",
      name,
      dimensions: { ClusterName: inputs.cluster_name, ServiceName: service },
      statistic: "Average",
    }),
  };
}

export type Metrics = ReturnType<typeof metricsOf>;

/** The names of the nodes of a replication group without shards: AWS numbers them from 001. */
export const nodesOf = (group: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${group}-${String(at + 1).padStart(3, "0")}`);

/** The target groups of each service: two where deployments are blue/green, otherwise one. */
export const groupsOf = (inputs: Inputs, blueGreen: boolean) => ({
  frontend: pick(
    blueGreen,
    inputs.frontend_target_group_arn_suffix,
    inputs.frontend_green_target_group_arn_suffix,
  ),
  backend: pick(
    blueGreen,
    inputs.backend_target_group_arn_suffix,
    inputs.backend_green_target_group_arn_suffix,
  ),
});

const pick = (both: boolean, blue: string, green: string): readonly string[] =>
  both ? [blue, green] : [blue];
