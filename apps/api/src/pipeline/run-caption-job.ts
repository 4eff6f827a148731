import { isFinished } from "@caption-generator/schema";
import { makeBill } from "../budget/make-bill.ts";
import { requireBudget } from "../budget/require-budget.ts";
import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import { toProblem } from "../errors/to-problem.ts";
import type { CaptionJob } from "../ports/job-queue.ts";
import type { CaptionWithUpload } from "../ports/records.ts";
import { isMedia } from "../uploads/file-type.ts";
import type { Away } from "./away.ts";
import { awayOf } from "./away.ts";
import { enterStage } from "./enter-stage.ts";
import { keepCaptions } from "./keep-captions.ts";
import { lookAtPhoto, recall } from "./look.ts";
import { lookAtVideo } from "./look-at-video.ts";
import { settleCaption } from "./settle-caption.ts";
import { writeCaptions } from "./write-captions.ts";

/**
 * Does a caption's job, from the photo to the receipt. It may be run again at any point, by another
 * process: each step either was recorded, and is not repeated, or is safe to repeat.
 * @throws only where the job itself is to be handed back: it was aborted, or the database failed, or
 * the store or the model does not answer and may do so later
 */
export async function runCaptionJob(
  deps: Deps,
  { captionId }: CaptionJob,
  signal: AbortSignal,
): Promise<void> {
  const found = await deps.captions.find(captionId);
  if (found === undefined) return;
  const { caption } = found;
  const decided = isFinished(caption.state) || caption.result !== null || caption.problem !== null;
  try {
    if (!decided) await decide(deps, found, signal);
    await settleCaption(deps, found);
  } catch (error) {
    const away = awayOf(error);
    // Where it is the database that is away, nobody can be told.
    if (away !== undefined) await tellOfWaiting(deps, captionId, away).catch(() => {});
    throw error;
  }
}

/** Writes the captions, or the reason why there are none. */
async function decide(deps: Deps, found: CaptionWithUpload, signal: AbortSignal) {
  const { id } = found.caption;
  try {
    await captionUpload(deps, found, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (awayOf(error) !== undefined) throw error;
    if (!(error instanceof AppError)) deps.log.error({ err: error, caption: id }, "caption failed");
    const bill = makeBill(found.caption, deps.now());
    await deps.captions.keepOutcome(id, { problem: toProblem(error) }, bill);
  }
}

/** The queue tries the job again, and knows alone when. */
async function tellOfWaiting(
  { captions, events }: Deps,
  id: string,
  { what, error }: Away,
): Promise<void> {
  const who = what === "model" ? "The model" : "Something that this needs";
  const detail = `${who} does not answer. The caption waits, and goes on when it does.`;
  if (what === "model") await captions.keepStep(id, { modelAway: error.message });
  await captions.record(id, { type: "retry", detail });
  events.publish(id, "progress");
}

function lookAt(deps: Deps, found: CaptionWithUpload, signal: AbortSignal) {
  const { caption, upload } = found;
  if (caption.revisionOf !== null) return recall(deps, caption.revisionOf);
  return isMedia(upload.type) ? lookAtVideo(deps, found, signal) : lookAtPhoto(deps, found, signal);
}

async function captionUpload(deps: Deps, found: CaptionWithUpload, signal: AbortSignal) {
  const { caption } = found;
  const look = await lookAt(deps, found, signal);
  if (look === undefined) return;
  if (!(await enterStage(deps, caption.id, "captioning"))) return;
  if (caption.steps.answer === undefined) await requireBudget(deps, caption);
  const written = await writeCaptions(deps, { caption, source: look.source, signal });
  // At once: a process that dies between an answer and here has it bought again.
  await keepCaptions(deps, { found, look, written, signal });
  await enterStage(deps, caption.id, "finishing");
}
