import { createGeminiModel } from "../adapters/gemini/index.ts";
import { createOnDeviceModel } from "../adapters/on-device/index.ts";
import type { Env } from "../env.ts";
import type { AiMeter } from "../ports/ai-meter.ts";
import type { CaptionModel } from "../ports/caption-model.ts";
import type { Circuits } from "./circuits.ts";

/** Gemini where there is a key for it; otherwise the model that runs on this machine. */
export async function createModel(
  env: Env,
  meter: AiMeter,
  circuits: Circuits,
): Promise<CaptionModel> {
  if (env.GEMINI_API_KEY === undefined) return createOnDeviceModel();
  return createGeminiModel({
    apiKey: env.GEMINI_API_KEY,
    models: env.GEMINI_MODEL,
    breakerOf: (model) => circuits(`gemini:${model}`),
    meter,
    maxConcurrent: env.AI_CONCURRENCY,
    ...(env.GEMINI_BASE_URL === undefined ? {} : { baseUrl: env.GEMINI_BASE_URL }),
  });
}
