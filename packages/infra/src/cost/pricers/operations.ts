import { blocks } from "../../inventory/arguments.ts";
import { decoded } from "../../inventory/document.ts";
import type { Instance } from "../../inventory/instance.ts";
import { isValues, textOf } from "../../inventory/value.ts";
import { always } from "../line.ts";
import type { Charge, Pricers, Surroundings } from "../pricer.ts";

const MILLION = 1e6;

/** How much is written into a group: by the tasks, by the network, or by anything else. */
function written(group: Instance, { inventory, usage }: Surroundings): number {
  if (inventory.referring(group, "aws_flow_log").length > 0) return usage.flowLogsGb;
  const tasks = inventory.referring(group, "aws_ecs_task_definition");
  return tasks.length > 0 ? usage.logsGb : usage.otherLogsGb;
}

function logGroup(group: Instance, surroundings: Surroundings): readonly Charge[] {
  const gigabytes = written(group, surroundings);
  const kept = gigabytes * surroundings.usage.logsKeptMonths;
  return [
    { what: "logs written, GB", quantity: always(gigabytes), price: "logsIn" },
    { what: "logs kept, GB", quantity: always(kept), price: "logsKept" },
  ];
}

/** What a stack of CloudFormation may make here, and whether it is charged as a secret. */
const IN_TEMPLATES: Readonly<Record<string, boolean>> = {
  "AWS::SecretsManager::Secret": true,
  "AWS::ElastiCache::User": false,
};

/** Paid by what its template makes. */
function template({ args }: Instance): readonly Charge[] | string {
  const body = decoded(args["template_body"]);
  const made = isValues(body) && isValues(body["Resources"]) ? body["Resources"] : undefined;
  if (made === undefined) return "its template cannot be read before it is applied";
  const types = Object.keys(made).map((name) => textOf(blocks(made, name)[0]?.["Type"]));
  const unknown = types.find((type) => !(type in IN_TEMPLATES));
  if (unknown !== undefined) return `there is no price for ${unknown} in its template`;
  const secrets = types.filter((type) => IN_TEMPLATES[type]).length;
  return secrets === 0 ? [] : [{ what: "secrets", quantity: always(secrets), price: "secret" }];
}

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
  aws_cloudformation_stack: template,
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
