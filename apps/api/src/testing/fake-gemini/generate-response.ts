import { createHash } from "node:crypto";
import type { GenerateRequest } from "./generate-request.ts";
import { promptText } from "./generate-request.ts";
import type { Picture } from "./picture.ts";

const CHARACTERS_PER_TOKEN = 4;
/** What a Gemini 3 model counts for a picture at its default resolution. */
const TOKENS_PER_PICTURE = 1_120;
const THOUGHT_TOKENS: Readonly<Record<string, number>> = { LOW: 96, MEDIUM: 512, HIGH: 2_048 };

export interface Asked {
  readonly model: string;
  readonly request: GenerateRequest;
  readonly pictures: readonly Picture[];
}

export interface Candidate {
  readonly content: unknown;
  readonly finishReason: string;
  readonly tokens: number;
}

interface TextPart {
  readonly text: string;
  readonly thought?: boolean;
}

/** A candidate with this text, or with none where thinking leaves no room for it. */
export function textCandidate(
  { request }: Asked,
  text: string,
  parts: readonly TextPart[] = [{ text }],
): Candidate {
  const tokens = countTokens(text);
  const room = request.generation_config.max_output_tokens - thoughtTokens(request);
  if (tokens > room) return emptyCandidate("MAX_TOKENS");
  const signature = createHash("sha256").update(text).digest("base64");
  const signed = parts.map((part, index) =>
    index === parts.length - 1 ? { ...part, thoughtSignature: signature } : part,
  );
  return { content: { parts: signed, role: "model" }, finishReason: "STOP", tokens };
}

export function emptyCandidate(finishReason: string): Candidate {
  return { content: {}, finishReason, tokens: 0 };
}

/** A GenerateContentResponse, or what comes of a blocked prompt: no candidates at all. */
export function toResponse(asked: Asked, outcome: Candidate | { readonly blockReason: string }) {
  const { model, request, pictures } = asked;
  const system = request.system_instruction?.parts.map(({ text }) => text ?? "").join("") ?? "";
  const textTokens = countTokens(promptText(request) + system);
  const pictureTokens = pictures.length * TOKENS_PER_PICTURE;
  const promptTokenCount = textTokens + pictureTokens;
  const promptTokensDetails = [
    { modality: "TEXT", tokenCount: textTokens },
    ...(pictures.length === 0 ? [] : [{ modality: "IMAGE", tokenCount: pictureTokens }]),
  ];
  const tail = { modelVersion: model, responseId: crypto.randomUUID().replaceAll("-", "") };
  if ("blockReason" in outcome) {
    const usageMetadata = {
      promptTokenCount,
      totalTokenCount: promptTokenCount,
      promptTokensDetails,
    };
    return { promptFeedback: { blockReason: outcome.blockReason }, usageMetadata, ...tail };
  }
  const { content, finishReason, tokens } = outcome;
  const thoughtsTokenCount = thoughtTokens(request);
  return {
    candidates: [{ content, finishReason, index: 0 }],
    usageMetadata: {
      promptTokenCount,
      ...(tokens === 0 ? {} : { candidatesTokenCount: tokens }),
      totalTokenCount: promptTokenCount + tokens + thoughtsTokenCount,
      promptTokensDetails,
      thoughtsTokenCount,
      serviceTier: "standard",
    },
    ...tail,
  };
}

function thoughtTokens({ generation_config: config }: GenerateRequest): number {
  return THOUGHT_TOKENS[config.thinking_config.thinking_level] ?? 0;
}

function countTokens(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}
