import { describe, expect, it } from "vitest";
import { reportOf } from "./report.ts";

const machine = {
  processors: 2,
  model: "Some Processor",
  memoryBytes: 24 * 1024 ** 3,
  system: "linux x64",
  node: "v24.1.0",
};
const figures = [{ what: "a thing", goal: "<= 1 ms", seen: "0.5 ms" }];

describe("reportOf", () => {
  it("names the machine, has a row for each figure, and shows the plot", () => {
    expect(reportOf(figures, { machine, plot: "versus.svg" })).toBe(`# What \`pnpm bench\` saw

2 processors (Some Processor), 24.0 GiB of memory, linux x64, Node v24.1.0.

| what | goal | seen |
|---|---|---|
| a thing | <= 1 ms | 0.5 ms |

![Captions a second and waits, beside Flask](versus.svg)
`);
  });

  it("is quiet about what there is not", () => {
    const bare = { ...machine, processors: 1, model: "" };
    const report = reportOf(figures, { machine: bare, plot: undefined });
    expect(report).toContain("\n1 processor, 24.0 GiB");
    expect(report).not.toContain("![");
  });
});
