import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MONITORING_DEFAULTS } from "../../packages/infra/src/config/monitoring.ts";
import { readSettings } from "../../packages/infra/src/config/settings.ts";
import { monitoring } from "../../packages/infra/src/modules/monitoring/index.ts";
import { moduleBody } from "../../packages/infra/src/terraform/module-body.ts";
import { readCostArguments, settingsFrom } from "../infra/cost-arguments.ts";
import { ROOT } from "../shared/root.ts";
import { shellBlocks } from "./code-blocks.ts";

const page = readFileSync(join(ROOT, "docs/operating-on-aws.md"), "utf8");
const commands = shellBlocks(page).flatMap((block) => block.split("\n"));

describe("docs/operating-on-aws.md", () => {
  it("has settings that are taken", () => {
    const [, json = ""] = /```json\n(.*?)```/su.exec(page) ?? [];
    const { prod } = readSettings(JSON.parse(json), "infra.json").environments;
    expect(prod.monitoring.emails).toEqual(["ops@example.com"]);
  });

  it("asks for costs with arguments that are understood", () => {
    const asked = commands.filter((command) => command.startsWith("pnpm cost"));
    expect(asked.length).toBeGreaterThan(2);
    for (const command of asked) {
      const { tried = [] } = readCostArguments(command.split(" ").slice(2));
      readSettings({ environments: { prod: settingsFrom(tried) } }, "--with");
    }
  });

  it("deploys stacks that there are", () => {
    const stacks = commands.flatMap((command) => /cdktf \w+ ([\w-]+)/u.exec(command)?.[1] ?? []);
    expect(new Set(stacks)).toEqual(new Set(["state-backend", "prod", "staging"]));
  });

  it("explains every alarm", () => {
    const props = { config: MONITORING_DEFAULTS, cacheNodes: 1, blueGreen: false, findings: true };
    const { resource = {} } = moduleBody(monitoring(props)).toTerraform();
    const names = Object.keys(resource["aws_cloudwatch_metric_alarm"] ?? {});
    expect(names.length).toBeGreaterThan(8);
    for (const name of names) expect(page).toContain(`\`${name.replaceAll("_", "-")}\``);
  });
});
