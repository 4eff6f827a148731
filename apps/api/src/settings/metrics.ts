import { z } from "zod";
import { unlessEmpty } from "./given.ts";

/** Measurements of the deployment. */
export const metricsSettings = {
  /** Whether the log has lines that CloudWatch takes for measurements, and how often. */
  METRICS: unlessEmpty(z.enum(["off", "cloudwatch"]).default("off")),
  METRICS_SECONDS: z.coerce.number().int().min(1).max(60).default(60),
  /** The deployment that the measurements are of: `prod`. */
  ENVIRONMENT: unlessEmpty(
    z
      .string()
      .regex(/^[\w.-]{1,255}$/u, "may have letters, digits, dots, hyphens and underscores only.")
      .optional(),
  ),
};
