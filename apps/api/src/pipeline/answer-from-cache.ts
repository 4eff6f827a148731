import { spentSoFar } from "../budget/spent-so-far.ts";
import { captionCacheKey, outcomeOf, readCachedCaption } from "../captions/caption-cache.ts";
import { searchText } from "../captions/search-text.ts";
import type { Deps } from "../deps.ts";
import type { CaptionWithUpload } from "../ports/records.ts";
import { enterStage } from "./enter-stage.ts";

/**
 * Gives a caption what the cache has of the same file and options, so that no model is asked: its hash was
 * perhaps not known before, or another caption of it came out meanwhile. False where the cache has nothing.
 * @param sha256 the file's, in hex; kept with the upload, by which the cache is told to forget it
 */
export async function answerFromCache(
  deps: Pick<Deps, "captions" | "uploads" | "cache" | "events" | "model" | "now">,
  { caption, upload }: CaptionWithUpload,
  sha256: string,
): Promise<boolean> {
  const { captions, uploads, cache, model } = deps;
  if (upload.sha256 === null) await uploads.keepHash(upload.id, sha256);
  const hit = await readCachedCaption(cache, captionCacheKey(sha256, caption.options, model));
  if (hit === undefined) return false;
  const outcome = { ...outcomeOf(hit, model), searchText: searchText(upload.name, hit.result) };
  // An earlier run of the job may have paid for a step.
  await captions.keepOutcome(caption.id, outcome, spentSoFar(caption, deps.now()));
  await enterStage(deps, caption.id, "finishing");
  return true;
}
