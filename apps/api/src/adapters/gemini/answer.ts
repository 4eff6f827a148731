import type { Answer } from "./answer-schema.ts";
import { answerSchema } from "./answer-schema.ts";
import { isBlock } from "./block-reasons.ts";
import type { GeminiResponse } from "./response.ts";

export type AnswerOutcome =
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "blocked"; readonly reason: string }
  /** The room for the answer was used up before it was complete. */
  | { readonly kind: "truncated" }
  /** `why` completes the sentence "Gemini's answer ...". */
  | { readonly kind: "unusable"; readonly why: string };

/** What a response amounts to when `variants` captions were asked for; more than those are dropped. */
export function readAnswer(response: GeminiResponse | undefined, variants: number): AnswerOutcome {
  if (response === undefined) return { kind: "unusable", why: "was not of the form it documents" };
  const { text, blockReason, finishReason } = response;
  if (blockReason !== undefined) return { kind: "blocked", reason: blockReason };
  if (finishReason !== undefined && isBlock(finishReason)) {
    return { kind: "blocked", reason: finishReason };
  }
  const outcome = readText(text, variants);
  const cutShort = finishReason === "MAX_TOKENS" && outcome.kind === "unusable";
  return cutShort ? { kind: "truncated" } : outcome;
}

function readText(text: string, variants: number): AnswerOutcome {
  if (text.trim() === "") return { kind: "unusable", why: "was empty" };
  const json = parseJson(text);
  if (json === undefined) return { kind: "unusable", why: "was not JSON" };
  const parsed = answerSchema.safeParse(json);
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.join(".") || "the top";
    return { kind: "unusable", why: `broke the schema at ${at}` };
  }
  const { captions } = parsed.data;
  if (captions.length < variants) {
    const why = `had ${captions.length} of the ${variants} captions that were asked for`;
    return { kind: "unusable", why };
  }
  return { kind: "answer", answer: { ...parsed.data, captions: captions.slice(0, variants) } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
