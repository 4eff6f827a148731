import { describe, expect, it } from "vitest";
import { readMetricLine } from "../testing/embedded-metrics.ts";
import { metricLine } from "./metric-line.ts";

const MEASURED = { at: 1_700_000_000_000, environment: "prod", ai: { errors: 2, usd: 0.5 } };

describe("a line of metrics", () => {
  it("is what CloudWatch takes for measurements of the environment", () => {
    const line = metricLine({ ...MEASURED, jobs: { count: 3, oldestSeconds: 12.5 } });
    expect(readMetricLine(line)).toEqual({
      at: 1_700_000_000_000,
      namespace: "CaptionGenerator",
      dimensions: { Environment: "prod" },
      values: { JobBacklog: 3, JobAgeSeconds: 12.5, AiErrors: 2, AiSpendUsd: 0.5 },
    });
    expect(line).not.toContain("\n");
  });

  it("has no figure of the queue where it could not be asked", () => {
    const read = readMetricLine(metricLine({ ...MEASURED, jobs: undefined }));
    expect(read?.values).toEqual({ AiErrors: 2, AiSpendUsd: 0.5 });
  });
});
