import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DEAD_QUEUE, QUEUES } from "../../apps/api/src/adapters/pg-boss/lanes.ts";
import { SETTINGS } from "../../apps/api/src/env.ts";
import { createPrometheus, measureQueue } from "../../apps/api/src/metrics/prometheus.ts";
import { ROOT } from "../shared/root.ts";
import { shellBlocks } from "./code-blocks.ts";

const folder = join(ROOT, "docs/operations");
const page = readFileSync(join(ROOT, "docs/operations.md"), "utf8");
const parts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
const all = [page, ...parts].join("\n");

describe("docs/operations.md and its parts", () => {
  it.each(SETTINGS)("explain %s", (name) => {
    expect(all).toContain(`\`${name}\``);
  });

  it.each(SETTINGS.filter((name) => name !== "PATH"))("leave %s to .env.example, too", (name) => {
    expect(readFileSync(join(ROOT, ".env.example"), "utf8")).toContain(`#${name}=`);
  });

  it("explain every metric", async () => {
    const prometheus = createPrometheus({ whole: false });
    measureQueue(prometheus, { waiting: async () => ({ count: 0, oldestSeconds: 0 }) });
    const names = (await prometheus.registry.getMetricsAsJSON()).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(7);
    for (const name of names) expect(page).toContain(`\`${name}\``);
  });

  it("name every queue", () => {
    for (const queue of [...Object.values(QUEUES), DEAD_QUEUE])
      expect(page).toContain(`\`${queue}\``);
  });

  it("run programs that there are, and set what there is to be set", () => {
    const lines = shellBlocks(page).flatMap((block) => block.split("\n"));
    const programs = lines.flatMap((line) => /node (src\/\S+)/u.exec(line)?.[1] ?? []);
    expect(programs.length).toBeGreaterThan(3);
    for (const program of programs) expect(existsSync(join(ROOT, "apps/api", program))).toBe(true);
    const set = lines.flatMap((line) =>
      [...line.matchAll(/\b([A-Z][A-Z0-9_]+)=/gu)].map(([, name]) => name),
    );
    for (const name of set) expect(SETTINGS).toContain(name);
  });
});
