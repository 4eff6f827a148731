import type { CaptionAnswer, CaptionModel, CaptionRequest } from "../../ports/caption-model.ts";
import type { Outcome } from "./answer.ts";
import { readAnswer } from "./answer.ts";
import { answerRoom, moreRoom } from "./answer-room.ts";
import type { Answer } from "./answer-schema.ts";
import type { Ask } from "./ask.ts";
import { createAsk } from "./ask.ts";
import type { GeminiConfig, GeminiSettings } from "./config.ts";
import { toSettings } from "./config.ts";
import { toOutcomeError } from "./errors.ts";
import { toInlineImages } from "./inline-images.ts";
import { PROMPT_VERSION, renderPrompt } from "./prompt.ts";
import { readResponse } from "./response.ts";
import { createTally } from "./tally.ts";

/**
 * Gemini as a caption model.
 *
 * @throws StartupError for a key that no HTTP header can carry
 */
export function createGeminiModel(config: GeminiConfig): CaptionModel {
  const settings = toSettings(config);
  const ask = createAsk(settings);
  return {
    id: `gemini:${settings.model}`,
    onDevice: false,
    promptVersion: PROMPT_VERSION,
    languages: "any",
    note: undefined,
    write: (request) => write(ask, settings, request),
    close: async () => {},
  };
}

async function write(
  ask: Ask,
  { model, budgetMs, clock }: GeminiSettings,
  request: CaptionRequest,
): Promise<CaptionAnswer> {
  const { source, options, signal, onRetry } = request;
  const tally = createTally();
  const deadline = clock.now() + budgetMs;
  const context = { signal, deadline, tally, ...(onRetry === undefined ? {} : { onRetry }) };
  const call = {
    prompt: renderPrompt(request),
    images: toInlineImages(source),
    variants: options.variants,
  };
  const answer = await insist(answerRoom(request), async (maxOutputTokens) => {
    const response = readResponse(await ask({ ...call, maxOutputTokens }, context));
    if (response !== undefined) tally.add(response.tokens);
    return readAnswer(response, options.variants);
  });
  return {
    drafts: answer.captions,
    altText: answer.altText,
    seen: source.kind === "seen" ? source.seen : { description: answer.description },
    usage: tally.toUsage(model, clock.now()),
  };
}

/** Asks once more, at once, where there is an answer but none of use. */
async function insist(
  room: number,
  ask: (maxOutputTokens: number) => Promise<Outcome>,
): Promise<Answer> {
  const first = await ask(room);
  if (first.kind === "answer") return first.answer;
  if (first.kind === "blocked") throw toOutcomeError(first);
  const last = await ask(first.kind === "truncated" ? moreRoom(room) : room);
  if (last.kind === "answer") return last.answer;
  throw toOutcomeError(last);
}
