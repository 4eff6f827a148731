import type { Env } from "../env.ts";
import type { Report, ReportConfig } from "../metrics/report-metrics.ts";
import { reportMetrics } from "../metrics/report-metrics.ts";

/** Metrics for CloudWatch where they were asked for; otherwise none. */
export function startMetrics(
  { METRICS, METRICS_SECONDS: seconds, ENVIRONMENT: environment }: Env,
  rest: Omit<ReportConfig, "environment" | "seconds">,
): Report {
  if (METRICS === "off" || environment === undefined) return { stop: async () => {} };
  return reportMetrics({ environment, seconds, ...rest });
}
