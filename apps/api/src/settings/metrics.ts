import { z } from "zod";
import { given, givenUrl, unlessEmpty } from "./given.ts";

/** Measurements of the deployment. */
export const metricsSettings = {
  /** Whether the log has lines that CloudWatch takes for measurements, and how often. */
  METRICS: unlessEmpty(z.enum(["off", "cloudwatch"]).default("off")),
  METRICS_SECONDS: z.coerce.number().int().min(1).max(60).default(60),
  /** What Prometheus shows to read /api/metrics. */
  METRICS_TOKEN: unlessEmpty(z.string().min(16, "has fewer than 16 characters").optional()),
  /** A collector of OpenTelemetry traces that takes OTLP over HTTP, such as http://127.0.0.1:4318. */
  OTEL_EXPORTER_OTLP_ENDPOINT: givenUrl,
  OTEL_SERVICE_NAME: given.default("caption-generator"),
  /** The deployment that the measurements are of: `prod`. */
  ENVIRONMENT: unlessEmpty(
    z
      .string()
      .regex(/^[\w.-]{1,255}$/u, "may have letters, digits, dots, hyphens and underscores only.")
      .optional(),
  ),
};
