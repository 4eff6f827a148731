import { createGeminiModel } from "../adapters/gemini/index.ts";
import { createOnDeviceModel } from "../adapters/on-device/index.ts";
import type { Env } from "../env.ts";
import type { AiMeter } from "../ports/ai-meter.ts";
import type { CaptionModel } from "../ports/caption-model.ts";

/** Gemini where there is a key for it; otherwise the model that runs on this machine. */
export async function createModel(env: Env, meter: AiMeter): Promise<CaptionModel> {
  if (env.GEMINI_API_KEY === undefined) return createOnDeviceModel();
  return createGeminiModel({
    apiKey: env.GEMINI_API_KEY,
    model: env.GEMINI_MODEL,
    meter,
    maxConcurrent: env.AI_CONCURRENCY,
    ...(env.GEMINI_BASE_URL === undefined ? {} : { baseUrl: env.GEMINI_BASE_URL }),
  });
}
