import { StartupError } from "../../errors/startup-error.ts";
import type { AiMeter } from "../../ports/ai-meter.ts";
import { UNMETERED } from "../../ports/ai-meter.ts";
import type { CircuitBreaker } from "../../retry/circuit-breaker.ts";
import { NO_BREAKER } from "../../retry/no-breaker.ts";
import type { Clock } from "../../retry/retry.ts";
import { SYSTEM_CLOCK } from "../../retry/retry.ts";

export interface WhisperConfig {
  /** Needed for OpenAI itself; a server of one's own often takes none. */
  readonly apiKey?: string;
  /** Up to and including the version: `http://127.0.0.1:8000/v1`. @default OpenAI's own */
  readonly baseUrl?: string;
  /** The first is asked; the others stand in, in their order, where it does not answer. @default whisper-1 */
  readonly models?: readonly string[];
  /** The longest one try may take, in milliseconds, given the seconds of its audio. */
  readonly timeoutMs?: (seconds: number) => number;
  /** The longest all tries and waits of one transcription may take, in milliseconds. @default 1200000 */
  readonly budgetMs?: number;
  /** How many times a piece that fails for now is tried. @default 4 */
  readonly maxAttempts?: number;
  /** How many pieces may be under way at once, of all transcriptions together. @default 8 */
  readonly maxConcurrent?: number;
  /** The most a piece may weigh, in bytes. @default 26148864 */
  readonly maxBytes?: number;
  /** The longest a piece may be, in seconds. @default 1200 */
  readonly maxSeconds?: number;
  /** The longest a piece may be for a model that answers with text alone, in seconds. @default 300 */
  readonly maxTextSeconds?: number;
  readonly clock?: Clock;
  /** Of the circuit breaker for a model. @default none */
  readonly breakerOf?: (model: string) => CircuitBreaker;
  /** Told of each call that fails, and of what each answer costs. @default nobody */
  readonly meter?: AiMeter;
}

export interface WhisperSettings extends Required<Omit<WhisperConfig, "apiKey" | "models">> {
  readonly models: readonly [string, ...string[]];
  readonly apiKey: string | undefined;
  /** Whether the base URL is OpenAI's own. */
  readonly isOpenAi: boolean;
  /** Who hears the audio, as the subject of a sentence. */
  readonly service: string;
}

export const DEFAULT_MODEL = "whisper-1";
const OPENAI_URL = "https://api.openai.com/v1";

/** OpenAI's cap of 25 MiB counts the whole multipart body: this leaves 64 KiB for all but the audio. */
const MAX_BYTES = 25 * 1024 * 1024 - 64 * 1024;
/** Below the 1,400 s above which some of OpenAI's models refuse audio. */
const MAX_SECONDS = 20 * 60;
/**
 * For models that answer with text alone: the gpt-4o family writes at most 2,000 tokens, which is some
 * ten minutes of fast speech, and times told from a piece's edges are the better the shorter it is.
 */
const MAX_TEXT_SECONDS = 5 * 60;

/** Node's fetch itself waits 300 s for the first byte, and no longer. */
const LONGEST_TIMEOUT_MS = 300_000;
const defaultTimeoutMs = (seconds: number) => Math.min(LONGEST_TIMEOUT_MS, 60_000 + 200 * seconds);

/** @throws StartupError for a key that is missing, or that no HTTP header can carry */
export function toSettings(config: WhisperConfig): WhisperSettings {
  const baseUrl = (config.baseUrl ?? OPENAI_URL).replace(/\/+$/u, "");
  const { hostname, host } = new URL(baseUrl);
  const isOpenAi = hostname === "api.openai.com";
  const apiKey = toKey(config.apiKey, isOpenAi);
  const [model = DEFAULT_MODEL, ...standIns] = new Set(config.models);
  return {
    apiKey,
    baseUrl,
    isOpenAi,
    service: isOpenAi ? "OpenAI" : `The transcriber at ${host}`,
    models: [model, ...standIns],
    timeoutMs: config.timeoutMs ?? defaultTimeoutMs,
    budgetMs: config.budgetMs ?? 1_200_000,
    maxAttempts: config.maxAttempts ?? 4,
    maxConcurrent: config.maxConcurrent ?? 8,
    maxBytes: config.maxBytes ?? MAX_BYTES,
    maxSeconds: config.maxSeconds ?? MAX_SECONDS,
    maxTextSeconds: config.maxTextSeconds ?? MAX_TEXT_SECONDS,
    clock: config.clock ?? SYSTEM_CLOCK,
    meter: config.meter ?? UNMETERED,
    breakerOf: config.breakerOf ?? (() => NO_BREAKER),
  };
}

function toKey(given: string | undefined, isOpenAi: boolean): string | undefined {
  const key = given?.trim();
  if (key === undefined && !isOpenAi) return undefined;
  // Else `Headers` would throw on the first call, with the key in its message.
  if (key === undefined || !/^[\x21-\x7e]+$/u.test(key)) {
    throw new StartupError(
      "OPENAI_API_KEY is empty or contains a space, a line break or a letter outside ASCII. Copy the key again.",
    );
  }
  return key;
}
