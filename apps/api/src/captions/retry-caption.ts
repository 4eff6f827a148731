import { randomUUID } from "node:crypto";
import type { Caption } from "@caption-generator/schema";
import { budgetExhausted } from "../budget/budget-exhausted.ts";
import { utcDay } from "../budget/utc-day.ts";
import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import type { CaptionRecord } from "../ports/records.ts";
import { findOwnCaption } from "./find-own-caption.ts";
import { laneOf } from "./lane-of.ts";
import { toCaption } from "./to-caption.ts";

/**
 * Tries a caption again whose work was interrupted too often. Its file is kept for that, for a day.
 * @throws AppError caption_not_retryable, ai_budget_exhausted
 */
export async function retryCaption(
  deps: Pick<Deps, "captions" | "queue" | "events" | "budget" | "now">,
  input: { readonly sessionId: string; readonly id: string },
): Promise<Caption> {
  const { caption, upload } = await findOwnCaption(deps, input);
  const lane = laneOf(caption, upload);
  const outcome = await deps.captions.retry(input.id, {
    jobId: randomUUID(),
    lane,
    budget: { budget: deps.budget, day: utcDay(deps.now()) },
  });
  if (outcome.kind === "over_budget") throw budgetExhausted(deps.budget, outcome.part, deps.now());
  if (outcome.kind === "not_retryable") throw notRetryable(caption);
  deps.queue.wake(lane);
  deps.events.publish(input.id, "progress");
  return toCaption(await findOwnCaption(deps, input));
}

function notRetryable({ id, state, problem }: CaptionRecord): AppError {
  const reason =
    problem?.code === "interrupted" ? "its file is not kept any more" : `it is ${state}`;
  return new AppError({
    code: "caption_not_retryable",
    detail: `${id} cannot be tried again: ${reason}. Only one that was interrupted can, for a day; otherwise upload the file again.`,
  });
}
