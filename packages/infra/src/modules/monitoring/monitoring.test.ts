import { describe, expect, it } from "vitest";
import { MONITORING_DEFAULTS } from "../../config/monitoring.ts";
import { Inventory } from "../../inventory/inventory.ts";
import type { Values } from "../../inventory/value.ts";
import { textOf } from "../../inventory/value.ts";
import { normalised } from "../../parity/normalised.ts";
import type { JsonObject } from "../../terraform/configuration.ts";
import { withoutComments } from "../../terraform/configuration.ts";
import { moduleBody } from "../../terraform/module-body.ts";
import type { MonitoringProps } from "./index.ts";
import { monitoring } from "./index.ts";

type Made = Readonly<Record<string, Values>>;

const known = new Map<string, Made>();

/** What the module makes, called with its variables' names as their values, but for a capacity of 4. */
function made(props: Partial<MonitoringProps> = {}): Made {
  const key = JSON.stringify(props);
  const found = known.get(key) ?? make(props);
  known.set(key, found);
  return found;
}

function make(props: Partial<MonitoringProps>): Made {
  const all = {
    config: MONITORING_DEFAULTS,
    cacheNodes: 1,
    blueGreen: false,
    findings: true,
    ...props,
  };
  const written = withoutComments(moduleBody(monitoring(all)).toTerraform());
  const root = normalised(written as unknown as JsonObject) as JsonObject;
  const names = Object.keys(root["variable"] as JsonObject);
  const values = { ...Object.fromEntries(names.map((name) => [name, name])), max_acu: "4" };
  const { instances } = Inventory.of({ root, modules: {}, values });
  return Object.fromEntries(instances.map(({ address, args }) => [address, args]));
}

const alarm = (name: string, props: Partial<MonitoringProps> = {}): Values =>
  made(props)[`aws_cloudwatch_metric_alarm.${name}`] ?? {};

const alarms = (props: Partial<MonitoringProps> = {}) =>
  Object.entries(made(props)).filter(([address]) => address.includes("metric_alarm"));

const config = (change: Partial<MonitoringProps["config"]>) => ({
  config: { ...MONITORING_DEFAULTS, ...change },
});

describe("an alarm", () => {
  it.each(alarms())("tells the topic when it goes off and when it is over: %s", (_name, args) => {
    const topic = `\${aws_sns_topic.alerts.arn}`;
    expect([args["alarm_actions"], args["ok_actions"]].map(textOf)).toEqual(
      [[topic], [topic]].map((list) => JSON.stringify(list)),
    );
  });

  it.each(alarms())("says why its threshold is where it is, in a sentence: %s", (_name, args) => {
    expect(textOf(args["alarm_description"])).toMatch(/^[A-Z0-9].{60,}\.$/u);
  });

  it("on errors goes off from the configured share of requests", () => {
    expect(alarm("server_errors", config({ serverErrorPercent: 5 }))["threshold"]).toBe(5);
  });

  it("on errors leaves out nights with few requests", () => {
    expect(textOf(alarm("server_errors")["metric_query"])).toContain("IF(requests >= 20, 100 * ");
  });

  it("on latency is on the percentile and not on the average", () => {
    expect(alarm("api_latency")).toMatchObject({ extended_statistic: "p95", threshold: 3 });
  });

  it("on latency follows the traffic to the other target group", () => {
    const query = textOf(alarm("api_latency", { blueGreen: true })["metric_query"]);
    expect(query).toContain("MAX([FILL(m0, 0), FILL(m1, 0)])");
    expect(query).toContain("backend_green_target_group_arn_suffix");
  });

  it("goes off when no task is healthy, and when nothing is known of any", () => {
    expect(alarm("backend_down")).toMatchObject({
      comparison_operator: "LessThanThreshold",
      threshold: 1,
      treat_missing_data: "breaching",
    });
  });

  it("goes off when a task stays unhealthy", () => {
    const unhealthy = { metric_name: "UnHealthyHostCount", evaluation_periods: 5, period: 60 };
    expect(alarm("frontend_unhealthy_hosts")).toMatchObject(unhealthy);
  });

  it("on waiting captions goes off from the configured age", () => {
    expect(alarm("job_age", config({ jobAgeSeconds: 30 }))).toMatchObject({
      namespace: "CaptionGenerator",
      metric_name: "JobAgeSeconds",
      dimensions: { Environment: "environment" },
      threshold: 30,
    });
  });

  it("on what models cost sums up a day", () => {
    expect(alarm("ai_spend")).toMatchObject({ statistic: "Sum", period: 86_400, threshold: 20 });
  });

  it("on the database goes off at the most capacity it can have", () => {
    const { threshold, metric_name: metric } = alarm("database_capacity");
    expect([textOf(threshold), metric]).toEqual(["4", "ServerlessDatabaseCapacity"]);
  });

  it("on the cache's memory is there for each node", () => {
    const nodes = alarms({ cacheNodes: 2 }).flatMap(([address, { dimensions }]) =>
      address.includes("cache_memory") ? [dimensions] : [],
    );
    expect(nodes).toEqual([
      { CacheClusterId: "replication_group_id-001" },
      { CacheClusterId: "replication_group_id-002" },
    ]);
  });
});

describe("the topic", () => {
  it("is encrypted with a key of the account's own, which is renewed", () => {
    const { "aws_sns_topic.alerts": topic, "aws_kms_key.alerts": key } = made();
    expect(textOf(topic?.["kms_master_key_id"])).toBe(`\${aws_kms_key.alerts.arn}`);
    expect(key?.["enable_key_rotation"]).toBe(true);
  });

  it.each(["aws_sns_topic_policy.alerts", "aws_kms_key.alerts"])(
    "takes from alarms, budgets and findings of this account: %s",
    (address) => {
      const policy = textOf(made()[address]?.["policy"]);
      for (const service of ["cloudwatch", "budgets", "events"]) {
        expect(policy).toContain(`"${service}.amazonaws.com"`);
      }
      expect(policy).toContain('{"StringEquals":{"aws:SourceAccount":');
    },
  );

  it("has a subscription for each address", () => {
    const addresses = Object.entries(made(config({ emails: ["b@example.com", "a@example.com"] })))
      .filter(([address]) => address.startsWith("aws_sns_topic_subscription."))
      .map(([, { endpoint }]) => endpoint);
    expect(addresses).toEqual(["a@example.com", "b@example.com"]);
  });

  it("is told of nothing by a rule that is not there", () => {
    expect(made({ findings: false })["aws_cloudwatch_event_target.findings"]).toBeUndefined();
  });

  it("is told of malware", () => {
    const target = made()["aws_cloudwatch_event_target.findings"];
    expect([target?.["rule"], textOf(target?.["arn"])]).toEqual([
      "findings_rule_name",
      `\${aws_sns_topic.alerts.arn}`,
    ]);
  });
});

describe("the budget", () => {
  const budget = (props: Partial<MonitoringProps> = {}) =>
    made(props)["aws_budgets_budget.monthly"] ?? {};

  it("is what the configuration says, a month", () => {
    expect(budget(config({ monthlyBudgetUsd: 1200 }))).toMatchObject({
      limit_amount: "1200.0",
      limit_unit: "USD",
      time_unit: "MONTHLY",
    });
  });

  it("counts this environment alone", () => {
    expect(textOf(budget()["cost_filter"])).toContain('"user:Environment$environment"');
  });

  it("warns before it is used up, and when it is going to be", () => {
    const warnings = budget()["notification"] as readonly Values[];
    expect(warnings.map((each) => [each["notification_type"], each["threshold"]])).toEqual([
      ["ACTUAL", 80],
      ["ACTUAL", 100],
      ["FORECASTED", 100],
    ]);
  });
});

describe("the dashboard", () => {
  const widgets = (props: Partial<MonitoringProps> = {}) => {
    const body = made(props)["aws_cloudwatch_dashboard.main"]?.["dashboard_body"] as Values;
    return body["widgets"] as readonly Values[];
  };
  const titled = (title: string) =>
    textOf(widgets().find((each) => textOf(each["properties"]).includes(title)));

  it.each([
    ["Requests", "RequestCount"],
    ["Seconds until", "TargetResponseTime"],
    ["Server errors", "HTTPCode_Target_5XX_Count"],
    ["Captions waiting", "JobBacklog"],
    ["Longest wait", "JobAgeSeconds"],
    ["Errors of models", "AiErrors"],
    ["Spent on models", "AiSpendUsd"],
    ["Capacity of the database", "ServerlessDatabaseCapacity"],
    ["Memory of the cache", "DatabaseMemoryUsagePercentage"],
  ])("shows %s", (title, metric) => {
    expect(titled(title)).toContain(`"${metric}"`);
  });

  it("draws in where an alarm goes off", () => {
    expect(titled("Longest wait")).toContain('{"label":"Alarm","value":120}');
  });

  it("has no two graphs in one place", () => {
    const places = widgets().map(({ x, y }) => `${x},${y}`);
    expect(new Set(places).size).toBe(places.length);
  });
});
