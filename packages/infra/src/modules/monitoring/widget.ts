import type { Metric } from "./metric.ts";

/** A line in a graph: a metric under a name of its own. */
export interface Series {
  readonly label: string;
  readonly metric: Metric;
}

/** A graph of the dashboard. */
export interface Graph {
  readonly title: string;
  readonly series: readonly Series[];
  /** A level that is drawn in: where an alarm goes off. */
  readonly limit?: { readonly label: string; readonly value: number };
}

/** CloudWatch's grid is 24 wide: three graphs a row. */
const WIDTH = 8;
const HEIGHT = 6;
const PER_ROW = 3;
const PERIOD = 60;

/** A graph as CloudWatch's dashboards have it, at its place among the others. */
export const widget = ({ title, series, limit }: Graph, at: number, region: string) => ({
  type: "metric",
  x: (at % PER_ROW) * WIDTH,
  y: Math.floor(at / PER_ROW) * HEIGHT,
  width: WIDTH,
  height: HEIGHT,
  properties: {
    title,
    region,
    view: "timeSeries",
    stacked: false,
    period: PERIOD,
    metrics: series.map(line),
    yAxis: { left: { min: 0 } },
    ...(limit === undefined ? {} : { annotations: { horizontal: [limit] } }),
  },
});

function line({ label, metric: { namespace, name, dimensions, statistic: stat } }: Series) {
  return [namespace, name, ...Object.entries(dimensions).flat(), { label, stat }];
}
