import { expect, it } from "vitest";
import { metricLine } from "../../apps/api/src/metrics/metric-line.ts";
import { readMetricLine } from "../../apps/api/src/testing/embedded-metrics.ts";
import type { Inputs } from "../../packages/infra/src/modules/monitoring/interface.ts";
import { metricsOf } from "../../packages/infra/src/modules/monitoring/metric.ts";

it("alarms and dashboard read what the API reports, under the names it has there", () => {
  const { backlog, age, aiErrors, aiSpend } = metricsOf({ environment: "prod" } as Inputs);
  const measured = { at: 0, environment: "prod", ai: { errors: 1, usd: 1 } };
  const line = readMetricLine(metricLine({ ...measured, jobs: { count: 1, oldestSeconds: 1 } }));
  const read = [backlog, age, aiErrors, aiSpend];
  expect(Object.keys(line?.values ?? {})).toEqual(read.map(({ name }) => name));
  for (const { namespace, dimensions } of read) {
    expect({ namespace, dimensions }).toEqual({
      namespace: line?.namespace,
      dimensions: line?.dimensions,
    });
  }
});
