import { allOrNone } from "../../concurrency/all-or-none.ts";
import type { createGate } from "../../concurrency/gate.ts";
import type { AudioFile, AudioTrack, KeptPieces, Span } from "../../ports/transcriber.ts";
import type { HeardPiece } from "../../transcript/heard.ts";
import { planPieces } from "../../transcript/plan-pieces.ts";
import { lengthOf, totalLength, without } from "../../transcript/spans.ts";
import type { Ask, AskContext } from "./ask.ts";
import type { WhisperSettings } from "./config.ts";
import type { Formats } from "./formats.ts";
import { pieceKey, recallPiece } from "./kept-piece.ts";

export interface HearDeps {
  readonly settings: WhisperSettings;
  readonly ask: Ask;
  readonly formats: Formats;
  readonly gate: ReturnType<typeof createGate>;
}

export interface HearInput extends Omit<AskContext, "audio" | "seconds"> {
  readonly audio: AudioTrack;
  readonly language: string | undefined;
  readonly kept: KeptPieces;
}

/** OpenAI refuses less than that; nobody says a word in it. */
const SHORTEST_SECONDS = 0.1;

/**
 * Hears the whole track: in one piece if the caps allow it, else in pieces at the same time, each
 * retried alone. The first that fails for good ends the others.
 *
 * @returns what was sent, in order; pieces in which nothing can be heard are not sent
 */
export async function hearTrack(deps: HearDeps, input: HearInput): Promise<HeardPiece[]> {
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
    maxSeconds: deps.formats.maxSeconds(),
  });
}

async function hearSpan(deps: HearDeps, input: HearInput, span: Span): Promise<HeardPiece[]> {
  const { audio, signal, language } = input;
  if (totalLength(without(span, audio.silences)) < SHORTEST_SECONDS) return [];
  const key = pieceKey({ model: deps.settings.model, language, span });
  const known = recallPiece(input.kept, key);
  if (known !== undefined) {
    input.tally.addKept(known.chargedSeconds ?? lengthOf(span));
    return [{ ...known, span }];
  }
  const file = await cutOut(audio, span, signal);
  // It may weigh more than the average foretold; and what the model answers with may be learnt only now.
  const parts = plan(deps, input, span, file.bytes);
  if (parts.length > 1) return await hearInTurn(deps, input, parts);
  const wish = { format: deps.formats.current(), language };
  const answer = await deps.ask(wish, { ...input, audio: file, seconds: lengthOf(span) });
  if (answer === "format refused") {
    deps.formats.refused();
    return await hearSpan(deps, input, span);
  }
  input.tally.add(answer.chargedSeconds ?? lengthOf(span));
  await input.kept.keep(key, answer);
  return [{ ...answer, span }];
}

async function hearInTurn(
  deps: HearDeps,
  input: HearInput,
  spans: readonly Span[],
): Promise<HeardPiece[]> {
  const heard: HeardPiece[] = [];
  for (const span of spans) heard.push(...(await hearSpan(deps, input, span)));
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
