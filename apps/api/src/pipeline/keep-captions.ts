import { makeBill } from "../budget/make-bill.ts";
import { usdOf } from "../budget/usd-of.ts";
import { captionCacheKey } from "../captions/caption-cache.ts";
import { searchText } from "../captions/search-text.ts";
import type { Deps } from "../deps.ts";
import type { CaptionWithUpload } from "../ports/records.ts";
import type { Look } from "./look.ts";
import { untilKept } from "./until-kept.ts";
import type { WrittenCaptions } from "./write-captions.ts";

/** Stores what was written and remembers it for the next one who sends the same photo. */
export async function keepCaptions(
  deps: Pick<Deps, "captions" | "cache" | "model" | "transcriber" | "now">,
  input: {
    readonly found: CaptionWithUpload;
    readonly look: Look;
    readonly written: WrittenCaptions;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const { captions, cache, model, now } = deps;
  const { caption, upload } = input.found;
  const { width, height, seconds, hearing, sha256 } = input.look;
  const { written } = input;
  const { result, seen } = written;
  const usage = { ...written.usage, ...input.look.spent };
  // One whose sound could not be written down this time does not stand for those to come.
  const cacheKey =
    sha256 === undefined || hearing?.state === "failed"
      ? null
      : captionCacheKey({ ...upload, sha256 }, caption.options, deps);
  const outcome = {
    width,
    height,
    seconds,
    hearing,
    modelId: written.modelId ?? model.id,
    onDevice: model.onDevice,
    cached: false,
    seen,
    result,
    usage,
    cacheKey,
    searchText: searchText(upload.name, result),
  };
  // One for all tries: where the answer to one was lost, the next must not put it down again.
  const bill = usdOf(usage) === 0 ? undefined : makeBill(caption, now(), usdOf(written.unkept));
  const keep = () => captions.keepOutcome(caption.id, outcome, bill);
  const kept = await untilKept(keep, input.signal);
  // One that was cancelled meanwhile is to be forgotten.
  if (!kept || cacheKey === null) return;
  await cache.set(cacheKey, {
    width,
    height,
    seconds,
    hearing,
    seen,
    result,
    usage,
    ...(written.modelId === undefined ? {} : { modelId: written.modelId }),
  });
}
