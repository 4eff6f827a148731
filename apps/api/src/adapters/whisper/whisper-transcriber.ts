import { createGate } from "../../concurrency/gate.ts";
import type { TranscribeAnswer, TranscribeRequest, Transcriber } from "../../ports/transcriber.ts";
import { dropInvented } from "../../transcript/drop-invented.ts";
import type { HeardPiece, HeardSegment } from "../../transcript/heard.ts";
import { agreeOnLanguage, mergePieces } from "../../transcript/merge-pieces.ts";
import { lengthOf } from "../../transcript/spans.ts";
import { createAsk } from "./ask.ts";
import type { WhisperConfig, WhisperSettings } from "./config.ts";
import { toSettings } from "./config.ts";
import { createFormats } from "./formats.ts";
import type { HearDeps } from "./hear-track.ts";
import { hearTrack } from "./hear-track.ts";
import { NOTHING_KEPT } from "./kept-piece.ts";
import { toLanguageHint } from "./language-tag.ts";
import { usdPerMinute } from "./price.ts";
import { createTally } from "./tally.ts";

/**
 * OpenAI's Whisper, or any server with the same API, as a transcriber.
 *
 * @throws StartupError for a key that is missing, or that no HTTP header can carry
 */
export function createWhisperTranscriber(config: WhisperConfig): Transcriber {
  const settings = toSettings(config);
  const { model, isOpenAi, baseUrl, service } = settings;
  const deps: HearDeps = {
    settings,
    ask: createAsk(settings),
    formats: createFormats(settings),
    gate: createGate(settings.maxConcurrent),
  };
  return {
    id: isOpenAi ? `openai:${model}` : `openai:${model}@${new URL(baseUrl).host}`,
    active: true,
    note: `${service} writes down what is said in a video, with the model "${model}".`,
    usdPerMinute: priceOf(settings),
    transcribe: (request) => transcribe(deps, request),
    close: async () => {},
  };
}

/** A server that asks for no key asks for no money. */
function priceOf({ apiKey, model }: WhisperSettings): number | undefined {
  return apiKey === undefined ? undefined : usdPerMinute(model);
}

async function transcribe(deps: HearDeps, request: TranscribeRequest): Promise<TranscribeAnswer> {
  const { settings } = deps;
  const { audio, language, signal, onRetry, kept = NOTHING_KEPT } = request;
  signal.throwIfAborted();
  const tally = createTally(priceOf(settings), settings.meter);
  const pieces = await hearTrack(deps, {
    audio,
    language: language === undefined ? undefined : toLanguageHint(language),
    signal,
    kept,
    deadline: settings.clock.now() + settings.budgetMs,
    tally,
    ...(onRetry === undefined ? {} : { onRetry }),
  });
  const { silences } = audio;
  const segments = dropInvented(mergePieces(pieces, silences), silences);
  return {
    transcript: {
      language: agreeOnLanguage(pieces) ?? language ?? null,
      segments: segments.map(toSegment),
      seconds: toMilliseconds(secondsSent(pieces)),
      model: settings.model,
    },
    usage: tally.toUsage(),
  };
}

const secondsSent = (pieces: readonly HeardPiece[]) =>
  pieces.reduce((sum, { span }) => sum + lengthOf(span), 0);

const toSegment = ({ start, end, text }: HeardSegment) => ({
  start: toMilliseconds(start),
  end: toMilliseconds(end),
  text,
});

const toMilliseconds = (seconds: number) => Math.round(seconds * 1_000) / 1_000;
