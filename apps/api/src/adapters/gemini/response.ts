import { z } from "zod";

const count = z.number().int().nonnegative().catch(0);

const partSchema = z.object({
  text: z.string().optional(),
  /** True for a summary of what the model thought, which is no part of the answer. */
  thought: z.boolean().optional(),
});

/** What we read of a GenerateContentResponse; the SDK's types promise more than arrives. */
const responseSchema = z.object({
  candidates: z
    .array(
      z.object({
        /** `{}` where thinking used up the room for the answer. */
        content: z.object({ parts: z.array(partSchema).default([]) }).optional(),
        finishReason: z.string().optional(),
      }),
    )
    .default([]),
  promptFeedback: z.object({ blockReason: z.string().optional() }).optional(),
  usageMetadata: z
    .object({ promptTokenCount: count, candidatesTokenCount: count, thoughtsTokenCount: count })
    .optional(),
});

export interface GeminiResponse {
  /** The text of the first candidate, without thoughts. */
  readonly text: string;
  readonly finishReason: string | undefined;
  /** Why the prompt was refused, where it was. */
  readonly blockReason: string | undefined;
  readonly tokens: TokenCount;
}

export interface TokenCount {
  readonly input: number;
  /** Thinking included: it is billed as output. */
  readonly output: number;
}

/** @returns undefined where it is no response of Gemini's at all. */
export function readResponse(raw: unknown): GeminiResponse | undefined {
  const parsed = responseSchema.safeParse(raw);
  if (!parsed.success) return undefined;
  const { candidates, promptFeedback, usageMetadata } = parsed.data;
  const [candidate] = candidates;
  const parts = candidate?.content?.parts ?? [];
  return {
    text: parts.map(({ text, thought }) => (thought ? "" : (text ?? ""))).join(""),
    finishReason: candidate?.finishReason,
    blockReason: promptFeedback?.blockReason,
    tokens: {
      input: usageMetadata?.promptTokenCount ?? 0,
      output: (usageMetadata?.candidatesTokenCount ?? 0) + (usageMetadata?.thoughtsTokenCount ?? 0),
    },
  };
}
