import { z } from "zod";

const name = (most: number) => z.string().min(1).max(most);

/** The units that CloudWatch knows, as far as one could be meant here. */
const unit = z.enum([
  "None",
  "Count",
  "Seconds",
  "Milliseconds",
  "Percent",
  "Bytes",
  "Count/Second",
]);

/** CloudWatch's published JSON schema of a line in Embedded Metric Format. */
const metaSchema = z.object({
  _aws: z.strictObject({
    Timestamp: z.int().nonnegative(),
    CloudWatchMetrics: z
      .array(
        z.strictObject({
          Namespace: name(1024),
          Dimensions: z.array(z.array(name(250)).min(1).max(30)).min(1),
          Metrics: z.array(z.strictObject({ Name: name(1024), Unit: unit })).max(100),
        }),
      )
      .min(1),
  }),
});

/** A line in Embedded Metric Format: what it is about, and its figures. */
export interface MetricLine {
  readonly at: number;
  readonly namespace: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, number>>;
}

/**
 * Reads a line as CloudWatch would: what it names as a dimension or a metric has to be a member of its root.
 *
 * @returns undefined for a line of another kind
 * @throws ZodError for one that CloudWatch would drop
 */
export function readMetricLine(line: string): MetricLine | undefined {
  const root = JSON.parse(line) as Record<string, unknown>;
  if (!("_aws" in root)) return undefined;
  const { Timestamp, CloudWatchMetrics } = metaSchema.parse(root)._aws;
  const [directive, ...others] = CloudWatchMetrics;
  if (directive === undefined || others.length > 0) throw new Error(`Not one directive: ${line}`);
  const members = <T>(names: readonly string[], type: z.ZodType<T>) =>
    Object.fromEntries(names.map((each) => [each, type.parse(root[each])]));
  return {
    at: Timestamp,
    namespace: directive.Namespace,
    dimensions: members(directive.Dimensions.flat(), name(1024)),
    values: members(
      directive.Metrics.map(({ Name }) => Name),
      z.number(),
    ),
  };
}
