import type { TranscriptionUsage } from "@caption-generator/schema";
import { allOrNone } from "../../concurrency/all-or-none.ts";
import type { createGate } from "../../concurrency/gate.ts";
import type { Span } from "../../ports/span.ts";
import type { AudioFile, AudioTrack, KeptPieces } from "../../ports/transcriber.ts";
import type { HeardPiece } from "../../transcript/heard.ts";
import { planPieces } from "../../transcript/plan-pieces.ts";
import { lengthOf, totalLength, without } from "../../transcript/spans.ts";
import type { Ask, AskContext } from "./ask.ts";
import type { WhisperSettings } from "./config.ts";
import type { KeptPiece } from "./kept-piece.ts";
import { pieceKey, recallPiece } from "./kept-piece.ts";
import type { ModelLine } from "./lines.ts";
import { longestPiece } from "./lines.ts";

export interface HearDeps {
  readonly settings: WhisperSettings;
  readonly ask: Ask;
  readonly lines: readonly ModelLine[];
  readonly gate: ReturnType<typeof createGate>;
}

export interface HearInput extends Omit<AskContext, "audio" | "seconds"> {
  readonly audio: AudioTrack;
  readonly language: string | undefined;
  readonly kept: KeptPieces;
}

/** What was heard in a piece of a track, and what that took. */
export type PieceOfTrack = HeardPiece & Pick<KeptPiece, "model" | "usage">;

/** OpenAI refuses less than that; nobody says a word in it. */
const SHORTEST_SECONDS = 0.1;

/**
 * Hears the whole track: in one piece if the caps allow it, else in pieces at the same time, each
 * retried alone. The first that fails for good ends the others.
 *
 * @returns what was sent, in order; pieces in which nothing can be heard are not sent
 */
export async function hearTrack(deps: HearDeps, input: HearInput): Promise<PieceOfTrack[]> {
  const { audio, signal } = input;
  const spans = plan(deps, input, { start: 0, end: audio.durationSeconds }, audio.bytes);
  const tasks = spans.map((span) => async (stop: AbortSignal) => {
    return await deps.gate.run(() => hearSpan(deps, { ...input, signal: stop }, span), stop);
  });
  return (await allOrNone(tasks, signal)).flat();
}

function plan(deps: HearDeps, { audio }: HearInput, span: Span, bytes: number): Span[] {
  return planPieces({
    span,
    silences: audio.silences,
    bytesPerSecond: bytes / lengthOf(span),
    maxBytes: deps.settings.maxBytes,
    maxSeconds: longestPiece(deps.lines),
  });
}

/** @param before calls that were made for it already, in vain */
async function hearSpan(
  deps: HearDeps,
  input: HearInput,
  span: Span,
  before = 0,
): Promise<PieceOfTrack[]> {
  const { audio, signal, language } = input;
  if (totalLength(without(span, audio.silences)) < SHORTEST_SECONDS) return [];
  const key = pieceKey({ model: deps.settings.models[0], language, span });
  const known = recallPiece(input.kept, key);
  if (known !== undefined) return [{ ...known, span }];
  const file = await cutOut(audio, span, signal);
  // It may weigh more than the average foretold; and what the model answers with may be learnt only now.
  const parts = plan(deps, input, span, file.bytes);
  if (parts.length > 1) return await hearInTurn(deps, input, parts, before);
  const context = { ...input, audio: file, seconds: lengthOf(span) };
  const { line, heard, ...made } = await deps.ask({ language }, context);
  const calls = before + made.calls;
  if (heard === "format refused") return await hearSpan(deps, input, span, calls);
  const seconds = heard.chargedSeconds ?? lengthOf(span);
  const usage = usageOf(line, { seconds, calls });
  deps.settings.meter.spent(usage.costUsd ?? 0);
  const piece: KeptPiece = { ...heard, model: line.model, usage };
  await input.kept.keep(key, piece, usage);
  return [{ ...piece, span }];
}

async function hearInTurn(
  deps: HearDeps,
  input: HearInput,
  spans: readonly Span[],
  before: number,
): Promise<PieceOfTrack[]> {
  const heard: PieceOfTrack[] = [];
  for (const [index, span] of spans.entries()) {
    heard.push(...(await hearSpan(deps, input, span, index === 0 ? before : 0)));
  }
  return heard;
}

function cutOut(
  audio: AudioTrack,
  span: Span,
  signal: AbortSignal,
): AudioFile | Promise<AudioFile> {
  const isWhole = span.start === 0 && span.end === audio.durationSeconds;
  return isWhole ? audio : audio.cut(span, signal);
}

function usageOf(
  { usdPerMinute }: ModelLine,
  { seconds, calls }: Pick<TranscriptionUsage, "seconds" | "calls">,
): TranscriptionUsage {
  const costUsd = usdPerMinute === undefined ? undefined : (seconds / 60) * usdPerMinute;
  return { seconds, calls, ...(costUsd === undefined ? {} : { costUsd }) };
}
