import { createNoTranscriber } from "../adapters/no-transcriber.ts";
import { createWhisperTranscriber } from "../adapters/whisper/index.ts";
import type { Env } from "../env.ts";
import type { AiMeter } from "../ports/ai-meter.ts";
import type { Transcriber } from "../ports/transcriber.ts";
import type { Circuits } from "./circuits.ts";

/** OpenAI, or a server that speaks its language, where there is a key or an address for it. */
export function createTranscriber(env: Env, meter: AiMeter, circuits: Circuits): Transcriber {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, TRANSCRIPTION_MODEL: models } = env;
  if (apiKey === undefined && baseUrl === undefined) return createNoTranscriber();
  return createWhisperTranscriber({
    models,
    meter,
    breakerOf: (model) => circuits(`transcription:${model}`),
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(baseUrl === undefined ? {} : { baseUrl }),
  });
}
