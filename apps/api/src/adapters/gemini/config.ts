import { StartupError } from "../../errors/startup-error.ts";
import type { AiMeter } from "../../ports/ai-meter.ts";
import { UNMETERED } from "../../ports/ai-meter.ts";
import type { CircuitBreaker } from "../../retry/circuit-breaker.ts";
import { NO_BREAKER } from "../../retry/no-breaker.ts";
import type { Clock } from "../../retry/retry.ts";
import { SYSTEM_CLOCK } from "../../retry/retry.ts";

export interface GeminiConfig {
  readonly apiKey: string;
  /** @default Google's own */
  readonly baseUrl?: string;
  /** The first is asked; the others stand in, in their order, where it does not answer. @default gemini-3.8-flash */
  readonly models?: readonly string[];
  /** The longest one try may take, in milliseconds. @default 60000 */
  readonly timeoutMs?: number;
  /** The longest all tries and waits of one `write` may take, in milliseconds. @default 150000 */
  readonly budgetMs?: number;
  /** How many times a call that fails for now is tried. @default 8 */
  readonly maxAttempts?: number;
  /** How many calls may be under way at once. @default 64 */
  readonly maxConcurrent?: number;
  readonly clock?: Clock;
  /** Of the circuit breaker for a model. @default none */
  readonly breakerOf?: (model: string) => CircuitBreaker;
  /** Told of each call that fails, and of what each answer costs. @default nobody */
  readonly meter?: AiMeter;
}

export interface GeminiSettings extends Required<Omit<GeminiConfig, "baseUrl" | "models">> {
  readonly baseUrl: string;
  readonly models: readonly [string, ...string[]];
}

export const DEFAULT_MODEL = "gemini-3.8-flash";

/** @throws StartupError for a key that no HTTP header can carry; any other key is Google's to judge. */
export function toSettings(config: GeminiConfig): GeminiSettings {
  const apiKey = config.apiKey.trim();
  // Else `Headers` would throw on the first call, with the key in its message.
  if (!/^[\x21-\x7e]+$/u.test(apiKey)) {
    throw new StartupError(
      "GEMINI_API_KEY is empty or contains a space, a line break or a letter outside ASCII. Copy the key again.",
    );
  }
  return {
    apiKey,
    baseUrl: (config.baseUrl ?? "https://generativelanguage.googleapis.com").replace(/\/+$/u, ""),
    models: toModels(config.models ?? []),
    timeoutMs: config.timeoutMs ?? 60_000,
    budgetMs: config.budgetMs ?? 150_000,
    maxAttempts: config.maxAttempts ?? 8,
    maxConcurrent: config.maxConcurrent ?? 64,
    clock: config.clock ?? SYSTEM_CLOCK,
    meter: config.meter ?? UNMETERED,
    breakerOf: config.breakerOf ?? (() => NO_BREAKER),
  };
}

function toModels(given: readonly string[]): readonly [string, ...string[]] {
  const names = given.map((name) => name.replace(/^models\//u, ""));
  const [first = DEFAULT_MODEL, ...others] = new Set(names);
  return [first, ...others];
}
