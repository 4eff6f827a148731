import type { WaitingJobs } from "../ports/job-queue.ts";
import type { AiCount } from "./ai-counter.ts";

/** What alarms, dashboard and autoscaling of the infrastructure read: `monitoring/metric.ts` there. */
const NAMESPACE = "CaptionGenerator";

const UNITS = {
  JobBacklog: "Count",
  JobAgeSeconds: "Seconds",
  AiErrors: "Count",
  AiSpendUsd: "None",
} as const;

export interface Measured {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The environment that is measured: `prod`. */
  readonly environment: string;
  readonly ai: AiCount;
  /** Undefined where the queue could not be asked: no figure then, rather than a wrong one. */
  readonly jobs: WaitingJobs | undefined;
}

/**
 * A line of the log that CloudWatch takes for measurements: its Embedded Metric Format.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function metricLine({ at, environment, ai, jobs }: Measured): string {
  const values = {
    ...(jobs === undefined ? {} : { JobBacklog: jobs.count, JobAgeSeconds: jobs.oldestSeconds }),
    AiErrors: ai.errors,
    AiSpendUsd: ai.usd,
  };
  const names = Object.keys(values) as (keyof typeof UNITS)[];
  const directive = {
    Namespace: NAMESPACE,
    Dimensions: [["Environment"]],
    Metrics: names.map((Name) => ({ Name, Unit: UNITS[Name] })),
  };
  const meta = { Timestamp: at, CloudWatchMetrics: [directive] };
  return JSON.stringify({ _aws: meta, Environment: environment, ...values });
}
