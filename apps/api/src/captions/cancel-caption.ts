import type { Caption } from "@caption-generator/schema";
import { isFinished } from "@caption-generator/schema";
import { makeBill } from "../budget/make-bill.ts";
import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import { toProblem } from "../errors/to-problem.ts";
import type { CaptionWithUpload } from "../ports/records.ts";
import { deleteBytes } from "../uploads/delete-bytes.ts";
import { findOwnCaption } from "./find-own-caption.ts";
import { toCaption } from "./to-caption.ts";

/** Stops a caption that is not finished and deletes its photo. @throws AppError caption_already_finished */
export async function cancelCaption(
  deps: Deps,
  input: { readonly sessionId: string; readonly id: string },
): Promise<Caption> {
  const found = await findOwnCaption(deps, input);
  const cancelled = !isFinished(found.caption.state) && (await stopCaption(deps, found));
  if (!cancelled) {
    throw new AppError({
      code: "caption_already_finished",
      detail: `${input.id} is finished; there is nothing to cancel. Delete it if you do not want it.`,
    });
  }
  return toCaption(await findOwnCaption(deps, input));
}

/** Ends a caption as cancelled, wherever it is; false where it was finished before. */
export async function stopCaption(
  deps: Deps,
  { caption, upload }: CaptionWithUpload,
): Promise<boolean> {
  const problem = toProblem(
    new AppError({ code: "caption_cancelled", detail: "This caption was cancelled." }),
  );
  const { id, jobId } = caption;
  const cancelled = await deps.captions.cancel(id, problem, makeBill(caption, deps.now()));
  if (!cancelled) return false;
  // The job goes last: should we be killed in between, it is what deletes the photo after all. Where the store is
  // away, the sweeper does.
  await deleteBytes(deps, upload).catch((error: unknown) =>
    deps.log.warn({ err: error, caption: id }, "a cancelled caption's file is left to the sweeper"),
  );
  await deps.queue.cancel({ captionId: id, jobId });
  deps.events.publish(id, "finished");
  return true;
}
