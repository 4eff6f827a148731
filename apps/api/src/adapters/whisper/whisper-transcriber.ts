import type { TranscriptionUsage } from "@caption-generator/schema";
import { createGate } from "../../concurrency/gate.ts";
import type { TranscribeAnswer, TranscribeRequest, Transcriber } from "../../ports/transcriber.ts";
import { addUsage } from "../../transcript/add-usage.ts";
import { dropInvented } from "../../transcript/drop-invented.ts";
import type { HeardSegment } from "../../transcript/heard.ts";
import { agreeOnLanguage, mergePieces } from "../../transcript/merge-pieces.ts";
import { lengthOf } from "../../transcript/spans.ts";
import { createAsk } from "./ask.ts";
import type { WhisperConfig } from "./config.ts";
import { toSettings } from "./config.ts";
import type { HearDeps, PieceOfTrack } from "./hear-track.ts";
import { hearTrack } from "./hear-track.ts";
import { NOTHING_KEPT } from "./kept-piece.ts";
import { toLanguageHint } from "./language-tag.ts";
import type { ModelLine } from "./lines.ts";
import { createLines, dearestMinute } from "./lines.ts";

/**
 * OpenAI's Whisper, or any server with the same API, as a transcriber.
 *
 * @throws StartupError for a key that is missing, or that no HTTP header can carry
 */
export function createWhisperTranscriber(config: WhisperConfig): Transcriber {
  const settings = toSettings(config);
  const { isOpenAi, baseUrl, service } = settings;
  const [model] = settings.models;
  const lines = createLines(settings);
  const deps: HearDeps = {
    settings,
    lines,
    ask: createAsk(settings, lines),
    gate: createGate(settings.maxConcurrent),
  };
  return {
    id: isOpenAi ? `openai:${model}` : `openai:${model}@${new URL(baseUrl).host}`,
    active: true,
    note: `${service} writes down what is said in a video, with the model "${model}".`,
    // Any of them may come to hear it.
    usdPerMinute: dearestMinute(lines),
    transcribe: (request) => transcribe(deps, request),
    close: async () => {},
  };
}

async function transcribe(deps: HearDeps, request: TranscribeRequest): Promise<TranscribeAnswer> {
  const { settings } = deps;
  const { audio, language, signal, onRetry, kept = NOTHING_KEPT } = request;
  signal.throwIfAborted();
  const pieces = await hearTrack(deps, {
    audio,
    language: language === undefined ? undefined : toLanguageHint(language),
    signal,
    kept,
    deadline: settings.clock.now() + settings.budgetMs,
    ...(onRetry === undefined ? {} : { onRetry }),
  });
  const { silences } = audio;
  const segments = dropInvented(mergePieces(pieces, silences), silences);
  return {
    transcript: {
      language: agreeOnLanguage(pieces) ?? language ?? null,
      segments: segments.map(toSegment),
      seconds: toMilliseconds(secondsSent(pieces)),
      model: modelsOf(pieces) || settings.models[0],
    },
    usage: usageOf(pieces) ?? nothing(deps.lines),
  };
}

const usageOf = (pieces: readonly PieceOfTrack[]) =>
  pieces.reduce<TranscriptionUsage | undefined>(
    (sum, { usage }) => addUsage(sum, usage),
    undefined,
  );

/** What hearing no piece takes: no dollars, where they are known at all. */
const nothing = (lines: readonly ModelLine[]): TranscriptionUsage => ({
  seconds: 0,
  calls: 0,
  ...(dearestMinute(lines) === undefined ? {} : { costUsd: 0 }),
});

const modelsOf = (pieces: readonly PieceOfTrack[]) =>
  [...new Set(pieces.map(({ model }) => model))].join(", ");

const secondsSent = (pieces: readonly PieceOfTrack[]) =>
  pieces.reduce((sum, { span }) => sum + lengthOf(span), 0);

const toSegment = ({ start, end, text }: HeardSegment) => ({
  start: toMilliseconds(start),
  end: toMilliseconds(end),
  text,
});

const toMilliseconds = (seconds: number) => Math.round(seconds * 1_000) / 1_000;
