import type { GenerateContentRequest, GenerationConfig, Part } from "@google/generative-ai";
import { GoogleGenerativeAI } from "@google/generative-ai";
import type { AnswerShape } from "./answer-schema.ts";
import { toResponseSchema } from "./answer-schema.ts";
import type { GeminiSettings } from "./config.ts";
import type { Prompt } from "./prompt.ts";

export interface GeminiCall {
  readonly prompt: Prompt;
  /** JPEGs in base64: one for a photo, several for a video. */
  readonly images: readonly string[];
  readonly shape: AnswerShape;
  /** Thinking counts against it. */
  readonly maxOutputTokens: number;
}

/** Newer than the SDK's types, which hand on what they do not know. */
interface CurrentGenerationConfig extends GenerationConfig {
  readonly mediaResolution?: "MEDIA_RESOLUTION_LOW";
  readonly thinkingConfig?: { readonly thinkingLevel: "LOW" | "MEDIUM" | "HIGH" };
}

/** Models from before Gemini 3 refuse a thinking level with HTTP 400. */
const HAS_THINKING_LEVELS = /^gemini-(?:[3-9]|[1-9]\d)(?!\d)/u;

/**
 * The one place that calls the archived SDK. Each call is one HTTP request: the SDK never repeats
 * one. Its `timeout` option is not used, for its timer is never cleared and keeps a process alive;
 * a signal does the same and cleans up.
 */
export function createGeminiClient({
  apiKey,
  baseUrl,
  model,
}: Pick<GeminiSettings, "apiKey" | "baseUrl"> & { readonly model: string }) {
  const sdk = new GoogleGenerativeAI(apiKey).getGenerativeModel({ model }, { baseUrl });
  return {
    /**
     * @param signal must not have aborted yet: the SDK would not notice
     * @returns the response as it came; its form is not checked
     */
    async generate(call: GeminiCall, signal: AbortSignal): Promise<unknown> {
      const { response } = await sdk.generateContent(toRequest(call, model), { signal });
      return response;
    },
  };
}

function toRequest(call: GeminiCall, model: string): GenerateContentRequest {
  const { prompt, images, shape, maxOutputTokens } = call;
  const generationConfig: CurrentGenerationConfig = {
    responseMimeType: "application/json",
    responseSchema: toResponseSchema(shape),
    maxOutputTokens,
    // A quarter of the tokens, and enough to tell what happens: several pictures explain one another.
    ...(images.length > 1 ? { mediaResolution: "MEDIA_RESOLUTION_LOW" } : {}),
    ...(HAS_THINKING_LEVELS.test(model) ? { thinkingConfig: { thinkingLevel: "LOW" } } : {}),
  };
  const pictures = images.map((data): Part => ({ inlineData: { mimeType: "image/jpeg", data } }));
  const parts: Part[] = [...pictures, { text: prompt.user }];
  return {
    systemInstruction: prompt.system,
    contents: [{ role: "user", parts }],
    generationConfig,
  };
}
