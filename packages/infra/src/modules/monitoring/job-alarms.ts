import type { MonitoringConfig } from "../../config/monitoring.ts";
import type { Alarms } from "./alarm.ts";
import { alarmOn } from "./alarm.ts";
import type { Metrics } from "./metric.ts";

const DAY = 86_400;

/** What people wait for, and what it costs to make it. */
export function jobAlarms(alarms: Alarms, metrics: Metrics, config: MonitoringConfig): void {
  alarmOn(alarms, "job_age", metrics.age, {
    says: `The oldest caption has waited ${config.jobAgeSeconds} s or longer for a worker, for five minutes: more tasks should have come by now. Look at the backlog, and whether the API is at its most tasks.`,
    threshold: config.jobAgeSeconds,
    period: 60,
    periods: 5,
  });
  alarmOn(alarms, "ai_errors", metrics.aiErrors, {
    says: `${config.aiErrors} or more calls of a model failed in five minutes, twice in a row, those included that were repeated: Gemini or OpenAI is down, or a key or quota is used up.`,
    threshold: config.aiErrors,
    period: 300,
    periods: 2,
  });
  alarmOn(alarms, "ai_spend", metrics.aiSpend, {
    says: `Models have cost ${config.aiSpendUsdPerDay} USD or more in a day. AWS's budget does not see this: Google and OpenAI send bills of their own.`,
    threshold: config.aiSpendUsdPerDay,
    period: DAY,
    periods: 1,
  });
}
