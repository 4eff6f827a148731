import { resolve } from "node:path";
import { MEDIA_DEFAULTS } from "@caption-generator/schema";
import { z } from "zod";
import { StartupError } from "./errors/startup-error.ts";

const port = z.coerce.number().int().min(0).max(65_535);
/** An empty variable, as in `GEMINI_API_KEY=`, is one that is not set. */
const given = z.preprocess((value) => (value === "" ? undefined : value), z.string().optional());

const givenUrl = z.preprocess((value) => (value === "" ? undefined : value), z.url().optional());

const envShape = z.object({
  HOST: given.default("127.0.0.1"),
  PORT: port.default(5000),
  DATA_DIR: given.default("data").transform((dir) => resolve(dir)),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  SESSION_SECRET: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.string().min(32, "has fewer than 32 characters").optional(),
  ),
  GEMINI_API_KEY: given,
  GEMINI_BASE_URL: givenUrl,
  GEMINI_MODEL: given.default("gemini-3.8-flash"),
  OPENAI_API_KEY: given,
  OPENAI_BASE_URL: givenUrl,
  TRANSCRIPTION_MODEL: given.default("whisper-1"),
  /** The most a video or a sound recording may have, in bytes and in seconds. */
  MAX_MEDIA_BYTES: z.coerce.number().int().positive().default(MEDIA_DEFAULTS.maxBytes),
  MAX_MEDIA_SECONDS: z.coerce.number().int().positive().default(MEDIA_DEFAULTS.maxSeconds),
  /** Where programs such as ffmpeg are looked for. */
  PATH: given.default(""),
  /** Whether the log has lines that CloudWatch takes for measurements, and how often. */
  METRICS: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.enum(["off", "cloudwatch"]).default("off"),
  ),
  METRICS_SECONDS: z.coerce.number().int().min(1).max(60).default(60),
  /** The deployment that the measurements are of: `prod`. */
  ENVIRONMENT: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z
      .string()
      .regex(/^[\w.-]{1,255}$/u, "may have letters, digits, dots, hyphens and underscores only.")
      .optional(),
  ),
  /** A database server, as one URL or as the parts that a task on AWS is given. */
  DATABASE_URL: given,
  DATABASE_HOST: given,
  DATABASE_PORT: port.default(5432),
  DATABASE_NAME: given,
  DATABASE_SECRET: given,
  DATABASE_CA: given,
  CLAMAV_SOCKET: given,
  CLAMAV_HOST: given,
  CLAMAV_PORT: port.default(3310),
});

const envSchema = envShape.superRefine(({ METRICS, ENVIRONMENT }, context) => {
  if (METRICS === "off" || ENVIRONMENT !== undefined) return;
  const message =
    "is not set, and METRICS needs it: name the deployment that is measured, as in prod.";
  context.addIssue({ code: "custom", path: ["ENVIRONMENT"], message });
});

export type Env = z.infer<typeof envSchema>;

/** @throws StartupError that names the variable, its value and what it should be */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const parsed = envSchema.safeParse(source);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    const shown = /KEY|SECRET/u.test(name) ? "" : ` "${source[name] ?? ""}"`;
    return `${name}${shown}: ${message}`;
  });
  throw new StartupError(`A setting in the environment or .env is not valid. ${faults.join(" ")}`);
}

/** The only reader of the process's environment. */
export const readEnv = (): Env => parseEnv(process.env);
