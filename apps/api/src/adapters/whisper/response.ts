import { plainTextSchema } from "@caption-generator/schema";
import { z } from "zod";
import type { HeardSegment } from "../../transcript/heard.ts";
import { toLanguageTag } from "./language-tag.ts";

/** Some servers write numbers as text, as vLLM does with `duration`. */
const seconds = z.preprocess(
  (value) => (typeof value === "string" ? Number(value) : value),
  z.number().nonnegative(),
);
/** Servers that do not know a measure leave it out or send null. */
const measure = z.number().optional().catch(undefined);

const segmentSchema = z.object({
  start: seconds,
  end: seconds,
  text: plainTextSchema,
  avg_logprob: measure,
  no_speech_prob: measure,
});

/** What we read of an answer, be it `json` or `verbose_json`, of OpenAI or of a server like it. */
const answerSchema = z.object({
  text: plainTextSchema.optional(),
  language: z.string().optional().catch(undefined),
  languages: z
    .array(z.object({ code: z.string() }))
    .optional()
    .catch(undefined),
  /** Of another form than OpenAI's they have no times that we could trust. */
  segments: z.array(segmentSchema).optional().catch(undefined),
  usage: z.object({ seconds: z.number().nonnegative() }).optional().catch(undefined),
});

export interface HeardAudio {
  readonly text: string;
  /** A BCP 47 tag; null where it is not told. */
  readonly language: string | null;
  /** In seconds from the start of the audio that was sent; empty where only the text was told. */
  readonly segments: readonly HeardSegment[];
  /** The seconds that are charged for, where that is told. */
  readonly chargedSeconds?: number | undefined;
}

export type Reading =
  | { readonly ok: true; readonly heard: HeardAudio }
  /** `why` completes the sentence "OpenAI answered with ...". */
  | { readonly ok: false; readonly why: string };

export function readResponse(raw: unknown): Reading {
  const body = typeof raw === "string" ? parseJson(raw) : raw;
  if (body === undefined) return { ok: false, why: "something that is not JSON" };
  const parsed = answerSchema.safeParse(body);
  if (!parsed.success) return { ok: false, why: "something that is no transcript" };
  const { segments = [], text = segments.map((segment) => segment.text).join(" ") } = parsed.data;
  const told = parsed.data.text !== undefined || parsed.data.segments !== undefined;
  if (!told) return { ok: false, why: "neither text nor segments" };
  return {
    ok: true,
    heard: {
      text,
      language: toLanguageTag(parsed.data.language ?? parsed.data.languages?.[0]?.code),
      segments: segments.map(toSegment),
      chargedSeconds: parsed.data.usage?.seconds,
    },
  };
}

function toSegment(segment: z.infer<typeof segmentSchema>): HeardSegment {
  const { start, end, text, avg_logprob: avgLogprob, no_speech_prob: noSpeechProb } = segment;
  return { start, end, text, avgLogprob, noSpeechProb };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
