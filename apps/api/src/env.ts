import { z } from "zod";
import { StartupError } from "./errors/startup-error.ts";
import { accessSettings } from "./settings/access.ts";
import { aiSettings } from "./settings/ai.ts";
import { budgetSettings } from "./settings/budget.ts";
import { databaseSettings } from "./settings/database.ts";
import { metricsSettings } from "./settings/metrics.ts";
import { rateLimitSettings } from "./settings/rate-limits.ts";
import { redisSettings } from "./settings/redis.ts";
import { roleSettings } from "./settings/roles.ts";
import { serverSettings } from "./settings/server.ts";
import { storageSettings } from "./settings/storage.ts";
import { uploadSettings } from "./settings/uploads.ts";

const envShape = z.object({
  ...serverSettings,
  ...accessSettings,
  ...roleSettings,
  ...aiSettings,
  ...uploadSettings,
  ...storageSettings,
  ...databaseSettings,
  ...redisSettings,
  ...rateLimitSettings,
  ...budgetSettings,
  ...metricsSettings,
});

const envSchema = envShape
  .superRefine(({ METRICS, ENVIRONMENT }, context) => {
    if (METRICS === "off" || ENVIRONMENT !== undefined) return;
    const message =
      "is not set, and METRICS needs it: name the deployment that is measured, as in prod.";
    context.addIssue({ code: "custom", path: ["ENVIRONMENT"], message });
  })
  .superRefine(({ ROLE, DATABASE_URL, DATABASE_HOST }, context) => {
    if (ROLE === "all" || DATABASE_URL !== undefined || DATABASE_HOST !== undefined) return;
    const message =
      "needs a database that other processes reach, too: set DATABASE_URL, or leave ROLE out.";
    context.addIssue({ code: "custom", path: ["ROLE"], message });
  })
  .superRefine(({ ROLE, S3_BUCKET }, context) => {
    if (ROLE === "all" || S3_BUCKET !== undefined) return;
    const message =
      "needs uploads that other processes reach, too: set S3_BUCKET, or leave ROLE out. A data folder is one process's own.";
    context.addIssue({ code: "custom", path: ["ROLE"], message });
  })
  .superRefine(({ S3_BUCKET, S3_ENDPOINT, AWS_REGION }, context) => {
    if (S3_BUCKET === undefined || S3_ENDPOINT !== undefined || AWS_REGION !== undefined) return;
    const message =
      "is not set, and S3_BUCKET needs it: name the bucket's region, as in eu-west-1.";
    context.addIssue({ code: "custom", path: ["AWS_REGION"], message });
  })
  .superRefine(({ SCANNER, S3_BUCKET }, context) => {
    if (SCANNER !== "guardduty" || S3_BUCKET !== undefined) return;
    const message = "scans what is on S3: set S3_BUCKET, or have ClamAV scan.";
    context.addIssue({ code: "custom", path: ["SCANNER"], message });
  });

/** The names of all that can be set. */
export const SETTINGS = Object.keys(envShape.shape);

export type Env = z.infer<typeof envSchema>;

/** @throws StartupError that names the variable, its value and what it should be */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const parsed = envSchema.safeParse(source);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    const shown = /KEY|SECRET|TOKEN/u.test(name) ? "" : ` "${source[name] ?? ""}"`;
    return `${name}${shown}: ${message}`;
  });
  throw new StartupError(`A setting in the environment or .env is not valid. ${faults.join(" ")}`);
}

/** The only reader of the process's environment. */
export const readEnv = (): Env => parseEnv(process.env);
