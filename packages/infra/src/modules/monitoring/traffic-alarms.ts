import type { MonitoringConfig } from "../../config/monitoring.ts";
import type { Alarms } from "./alarm.ts";
import { alarmOnExpression, alarmOnHighest } from "./alarm.ts";
import type { Metrics } from "./metric.ts";

/** So few requests in five minutes that one that fails says nothing. */
const FEW_REQUESTS = 20;

interface TrafficProps {
  readonly metrics: Metrics;
  readonly config: MonitoringConfig;
  readonly groups: Readonly<Record<"frontend" | "backend", readonly string[]>>;
}

/** What people notice: errors, waiting, nobody there. */
export function trafficAlarms(alarms: Alarms, { metrics, config, groups }: TrafficProps): void {
  serverErrors(alarms, metrics, config.serverErrorPercent);
  const seconds = config.p95LatencySeconds;
  const latencies = groups.backend.map((group) => metrics.latency("p95", group));
  alarmOnHighest(alarms, "api_latency", latencies, {
    says: `Of 100 requests to the API, 5 take ${seconds} s or longer, for a quarter of an hour: people reload the page by then. Look at CPU and connections on the dashboard.`,
    threshold: seconds,
    period: 300,
    periods: 3,
  });
  for (const [service, all] of Object.entries(groups)) hosts(alarms, metrics, service, all);
}

function serverErrors(alarms: Alarms, metrics: Metrics, percent: number): void {
  const failed = "100 * (FILL(balancer, 0) + FILL(tasks, 0)) / requests";
  const { requests, balancerErrors: balancer, taskErrors: tasks } = metrics;
  const expression = `IF(requests >= ${FEW_REQUESTS}, ${failed}, 0)`;
  alarmOnExpression(
    alarms,
    "server_errors",
    { expression, metrics: { requests, balancer, tasks } },
    {
      says: `${percent} % or more of all requests fail with a 5xx, for ten minutes. Fewer than ${FEW_REQUESTS} requests in five minutes are not counted. Look at the API's log.`,
      threshold: percent,
      period: 300,
      periods: 2,
    },
  );
}

function hosts(alarms: Alarms, metrics: Metrics, service: string, groups: readonly string[]): void {
  alarmOnHighest(alarms, `${service}_unhealthy_hosts`, groups.map(metrics.unhealthy), {
    says: `A task of the ${service} fails its health check for five minutes: longer than a start takes, so it does not come up by itself. Look at the service's events.`,
    threshold: 1,
    period: 60,
    periods: 5,
  });
  alarmOnHighest(alarms, `${service}_down`, groups.map(metrics.healthy), {
    says: `No task of the ${service} is healthy, for three minutes: nobody is served. Look at the service's events.`,
    threshold: 1,
    period: 60,
    periods: 3,
    comparison: "LessThanThreshold",
    silenceIsBad: true,
  });
}
