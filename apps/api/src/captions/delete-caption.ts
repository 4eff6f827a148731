import { isFinished } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import { stopCaption } from "./cancel-caption.ts";
import { findOwnCaption } from "./find-own-caption.ts";
import { removeCaption } from "./remove-caption.ts";

/** Removes a caption and all that is known of its photo, stopping it first if need be. */
export async function deleteCaption(
  deps: Deps,
  input: { readonly sessionId: string; readonly id: string },
): Promise<void> {
  const found = await findOwnCaption(deps, input);
  if (isFinished(found.caption.state)) return removeCaption(deps, found);
  await stopCaption(deps, found);
  // It may have come out meanwhile, and be in the cache.
  const stopped = await deps.captions.find(input.id);
  if (stopped !== undefined) await removeCaption(deps, stopped);
}
