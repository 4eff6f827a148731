import { resolve } from "node:path";
import { z } from "zod";
import { given, port, unlessEmpty } from "./given.ts";

/** This process: where it listens, what it keeps and what it says. */
export const serverSettings = {
  HOST: given.default("127.0.0.1"),
  PORT: port.default(5000),
  DATA_DIR: given.default("data").transform((dir) => resolve(dir)),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  SESSION_SECRET: unlessEmpty(z.string().min(32, "has fewer than 32 characters").optional()),
  /** How long captions are kept once they are finished, in days. */
  RETENTION_DAYS: z.coerce.number().int().min(1).max(3_650).default(30),
  /** Where programs such as ffmpeg are looked for. */
  PATH: given.default(""),
};
