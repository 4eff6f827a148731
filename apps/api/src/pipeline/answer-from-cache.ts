import { makeBill } from "../budget/make-bill.ts";
import { captionCacheKey, outcomeOf, readCachedCaption } from "../captions/caption-cache.ts";
import { searchText } from "../captions/search-text.ts";
import type { Deps } from "../deps.ts";
import type { CaptionWithUpload } from "../ports/records.ts";
import { enterStage } from "./enter-stage.ts";

/**
 * Gives a caption what the cache has of the same file and options, so that no model is asked: its hash was
 * perhaps not known before, or another caption of it came out meanwhile. False where the cache has nothing.
 * @param sha256 the file's, in hex
 */
export async function answerFromCache(
  deps: Pick<Deps, "captions" | "cache" | "events" | "model" | "transcriber" | "now">,
  { caption, upload }: CaptionWithUpload,
  sha256: string,
): Promise<boolean> {
  const { captions, cache, model } = deps;
  const key = captionCacheKey({ ...upload, sha256 }, caption.options, deps);
  const hit = await readCachedCaption(cache, key);
  if (hit === undefined) return false;
  const outcome = {
    ...outcomeOf(key, hit, model),
    searchText: searchText(upload.name, hit.result),
  };
  // An earlier run of the job may have paid for a step.
  await captions.keepOutcome(caption.id, outcome, makeBill(caption, deps.now()));
  await enterStage(deps, caption.id, "finishing");
  return true;
}
