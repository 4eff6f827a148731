import type { MonitoringConfig } from "../../config/monitoring.ts";
import type { Inputs } from "./interface.ts";
import type { Metrics } from "./metric.ts";
import { nodesOf } from "./metric.ts";
import type { Graph, Series } from "./widget.ts";

interface GraphsProps {
  readonly inputs: Inputs;
  readonly metrics: Metrics;
  readonly config: MonitoringConfig;
  readonly cacheNodes: number;
  /** The target groups of each service. */
  readonly groups: Readonly<Record<"frontend" | "backend", readonly string[]>>;
}

/** What is seen at a glance: what people notice first, then the work, then what holds it up. */
export const graphs = (props: GraphsProps): readonly Graph[] => [
  ...trafficGraphs(props),
  ...jobGraphs(props),
  ...storeGraphs(props),
];

/** Of two target groups, the one without traffic draws no line. */
const latency = (label: string, groups: readonly string[], metrics: Metrics): readonly Series[] =>
  groups.map((group, at) => ({
    label: groups.length === 1 ? label : `${label} (${at === 0 ? "blue" : "green"})`,
    metric: metrics.latency("p95", group),
  }));

function trafficGraphs({ metrics, inputs, config, groups }: GraphsProps): readonly Graph[] {
  const usage = (name: string): readonly Series[] => [
    { label: "Page", metric: metrics.tasks(inputs.frontend_service_name, name) },
    { label: "API", metric: metrics.tasks(inputs.backend_service_name, name) },
  ];
  return [
    { title: "Requests", series: [{ label: "All", metric: metrics.requests }] },
    {
      title: "Seconds until 95 of 100 are answered",
      series: [
        ...latency("Page", groups.frontend, metrics),
        ...latency("API", groups.backend, metrics),
      ],
      limit: { label: "Alarm", value: config.p95LatencySeconds },
    },
    {
      title: "Server errors",
      series: [
        { label: "By tasks", metric: metrics.taskErrors },
        { label: "By the load balancer", metric: metrics.balancerErrors },
      ],
    },
    { title: "CPU of tasks, %", series: usage("CPUUtilization") },
    { title: "Memory of tasks, %", series: usage("MemoryUtilization") },
  ];
}

const jobGraphs = ({ metrics, config }: GraphsProps): readonly Graph[] => [
  { title: "Captions waiting", series: [{ label: "Jobs", metric: metrics.backlog }] },
  {
    title: "Longest wait, seconds",
    series: [{ label: "Oldest job", metric: metrics.age }],
    limit: { label: "Alarm", value: config.jobAgeSeconds },
  },
  { title: "Errors of models", series: [{ label: "Calls", metric: metrics.aiErrors }] },
  { title: "Spent on models, USD", series: [{ label: "USD", metric: metrics.aiSpend }] },
];

const storeGraphs = ({ metrics, inputs, config, cacheNodes }: GraphsProps): readonly Graph[] => {
  const nodes = nodesOf(inputs.replication_group_id, cacheNodes);
  const cache = (name: string): readonly Series[] =>
    nodes.map((node, at) => ({ label: `Node ${at + 1}`, metric: metrics.cache(node, name) }));
  return [
    {
      title: "Capacity of the database, ACU",
      series: [{ label: "ACU", metric: metrics.capacity }],
    },
    {
      title: "Connections of the database",
      series: [{ label: "Connections", metric: metrics.connections }],
    },
    {
      title: "Memory of the cache, %",
      series: cache("DatabaseMemoryUsagePercentage"),
      limit: { label: "Alarm", value: config.cacheMemoryPercent },
    },
    { title: "Evictions from the cache", series: cache("Evictions") },
  ];
};
