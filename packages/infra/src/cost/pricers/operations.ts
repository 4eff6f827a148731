import { blocks } from "../../inventory/arguments.ts";
import type { Instance } from "../../inventory/instance.ts";
import { always } from "../line.ts";
import type { Charge, Pricers, Surroundings } from "../pricer.ts";

const MILLION = 1e6;

const logGroup = (_instance: Instance, { usage }: Surroundings): readonly Charge[] => [
  { what: "logs written, GB", quantity: always(usage.logsGb), price: "logsIn" },
  {
    what: "logs kept, GB",
    quantity: always(usage.logsGb * usage.logsKeptMonths),
    price: "logsKept",
  },
];

/** Charged by the metric: an alarm on an expression pays for each metric in it. */
function alarm({ args }: Instance): readonly Charge[] {
  const metrics = blocks(args, "metric_query").filter(
    (query) => blocks(query, "metric").length > 0,
  );
  const quantity = always(Math.max(1, metrics.length));
  return [{ what: "metrics watched", quantity, price: "alarm" }];
}

const malwareScan = (_instance: Instance, { usage }: Surroundings): readonly Charge[] => [
  {
    what: "bytes scanned, GB",
    quantity: always((usage.uploads * usage.uploadMb) / 1000),
    price: "malwareGb",
  },
  {
    what: "objects scanned, thousands",
    quantity: always(usage.uploads / 1000),
    price: "malwareObjects",
  },
];

export const OPERATIONS: Pricers = {
  aws_cloudwatch_log_group: logGroup,
  aws_cloudwatch_metric_alarm: alarm,
  aws_cloudwatch_composite_alarm: () => [
    { what: "alarm", quantity: always(1), price: "compositeAlarm" },
  ],
  aws_cloudwatch_dashboard: (_instance, { usage }) => [
    { what: "dashboard", quantity: always(1), price: "dashboard" },
    {
      what: "metrics of the API's own",
      quantity: always(usage.customMetrics),
      price: "customMetric",
    },
  ],
  aws_sns_topic: (_instance, { usage }) => [
    { what: "e-mails, millions", quantity: always(usage.emails / MILLION), price: "emails" },
  ],
  aws_kms_key: (_instance, { usage }) => [
    { what: "key", quantity: always(1), price: "kmsKey" },
    {
      what: "requests, millions",
      quantity: always(usage.kmsRequests / MILLION),
      price: "kmsRequests",
    },
  ],
  aws_secretsmanager_secret: () => [{ what: "secret", quantity: always(1), price: "secret" }],
  aws_guardduty_malware_protection_plan: malwareScan,
};
