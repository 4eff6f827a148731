import { dearest } from "../../budget/unknown-prices.ts";
import type {
  CaptionAnswer,
  CaptionDraft,
  CaptionModel,
  CaptionRequest,
  CaptionSource,
  Seen,
} from "../../ports/caption-model.ts";
import type { AnswerOutcome } from "./answer.ts";
import { readAnswer } from "./answer.ts";
import { answerRoom, moreRoom } from "./answer-room.ts";
import type { Answer } from "./answer-schema.ts";
import type { Ask } from "./ask.ts";
import { createAsk } from "./ask.ts";
import type { GeminiConfig, GeminiSettings } from "./config.ts";
import { toSettings } from "./config.ts";
import { toOutcomeError } from "./errors.ts";
import { toInlineImages } from "./inline-images.ts";
import type { Moment } from "./moments.ts";
import { evidenceOf, momentsOf } from "./moments.ts";
import { costUsd } from "./price.ts";
import { PROMPT_VERSION, renderPrompt } from "./prompt.ts";
import { readResponse } from "./response.ts";
import { createTally } from "./tally.ts";

/**
 * For an estimate. A picture takes 1,120 tokens, and each of a video's eight, at low resolution, 280
 * (https://ai.google.dev/gemini-api/docs/media-resolution); the prompt some 1,300. An answer with three
 * captions has some 400, and thinking at the low level about as many again; a video's tells of each picture.
 */
const TYPICAL_TOKENS = {
  photo: { input: 2_420, output: 800 },
  video: { input: 3_540, output: 1_000 },
} as const;

/**
 * Gemini as a caption model.
 *
 * @throws StartupError for a key that no HTTP header can carry
 */
export function createGeminiModel(config: GeminiConfig): CaptionModel {
  const settings = toSettings(config);
  const { models, clock } = settings;
  const ask = createAsk(settings);
  return {
    id: idOf(models[0]),
    onDevice: false,
    promptVersion: PROMPT_VERSION,
    languages: "any",
    note: undefined,
    // Any of them may come to answer.
    typicalUsd: (kind) => dearest(models.map((m) => costUsd(m, TYPICAL_TOKENS[kind], clock.now()))),
    write: (request) => write(ask, settings, request),
    close: async () => {},
  };
}

const idOf = (model: string) => `gemini:${model}`;

async function write(
  ask: Ask,
  { models, budgetMs, clock, meter }: GeminiSettings,
  request: CaptionRequest,
): Promise<CaptionAnswer> {
  const { source, options, signal, onRetry } = request;
  const tally = createTally();
  const moments = momentsOf(source);
  const deadline = clock.now() + budgetMs;
  const context = { signal, deadline, tally, ...(onRetry === undefined ? {} : { onRetry }) };
  const call = {
    prompt: renderPrompt(request),
    images: toInlineImages(source),
    shape: {
      variants: options.variants,
      pictures: source.kind === "video" ? source.frames.length : 0,
      moments: moments.length > 0,
    },
  };
  let model = models[0];
  const answer = await insist(answerRoom(request), async (maxOutputTokens) => {
    const answered = await ask({ ...call, maxOutputTokens }, context);
    model = answered.model;
    const response = readResponse(answered.response);
    if (response !== undefined) {
      const cost = costUsd(model, response.tokens, clock.now());
      tally.add(response.tokens, cost);
      meter.spent(cost ?? 0, response.tokens);
    }
    const outcome = readAnswer(response, options.variants);
    // What is blocked was answered as it should be.
    if (outcome.kind === "truncated" || outcome.kind === "unusable") meter.failed();
    return outcome;
  });
  return {
    drafts: answer.captions.map((caption) => toDraft(caption, moments, answer.pictures)),
    altText: answer.altText,
    seen: source.kind === "seen" ? source.seen : toSeen(answer, source),
    usage: tally.toUsage(),
    ...(model === models[0] ? {} : { modelId: idOf(model) }),
  };
}

function toDraft(
  { body, hashtags, restsOn }: Answer["captions"][number],
  moments: readonly Moment[],
  pictures: readonly string[],
): CaptionDraft {
  const evidence = evidenceOf(restsOn, moments, pictures);
  return { body, hashtags, ...(evidence.length === 0 ? {} : { evidence }) };
}

/** What is kept for a revision, which has no pictures any more. */
function toSeen({ description, pictures }: Answer, source: CaptionSource): Seen {
  if (source.kind !== "video") return { description };
  const moments = source.frames.flatMap(({ at }, index) => {
    const told = pictures[index];
    return told === undefined || told === "" ? [] : [{ at, description: told }];
  });
  return { description, ...(moments.length === 0 ? {} : { moments }) };
}

/** Asks once more, at once, where there is an answer but none of use. */
async function insist(
  room: number,
  ask: (maxOutputTokens: number) => Promise<AnswerOutcome>,
): Promise<Answer> {
  const first = await ask(room);
  if (first.kind === "answer") return first.answer;
  if (first.kind === "blocked") throw toOutcomeError(first);
  const last = await ask(first.kind === "truncated" ? moreRoom(room) : room);
  if (last.kind === "answer") return last.answer;
  throw toOutcomeError(last);
}
