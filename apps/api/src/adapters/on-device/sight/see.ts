import type { NormalisedImage } from "../../../ports/caption-model.ts";
import { agree } from "../detector/agree.ts";
import type { Candidate } from "../detector/decode-peaks.ts";
import type { Detector } from "../detector/detector.ts";
import { readPixels } from "../detector/read-pixels.ts";
import { makeViews } from "../detector/views.ts";
import { measure } from "./measure.ts";
import { nameThings } from "./name-things.ts";
import type { Sight } from "./sight.ts";

/**
 * Looks at a photo: things through the detector, light and colour by measuring.
 * @throws AppError model_unavailable, model_timeout; the signal's reason when aborted.
 */
export async function see(
  detector: Detector,
  image: Pick<NormalisedImage, "bytes">,
  signal: AbortSignal,
): Promise<Sight> {
  signal.throwIfAborted();
  const pixels = await readPixels(image);
  const views = await makeViews(pixels);
  const found = await detector.look(
    views.map(({ square }) => square),
    signal,
  );
  const inPicture = (index: number): Candidate[] => {
    const view = views[index];
    if (view === undefined) return [];
    return (found[index] ?? []).map((each) => ({ ...each, box: view.toPicture(each.box) }));
  };
  const things = nameThings(agree(inPicture(0), inPicture(1)));
  return { version: 1, things, ...measure(pixels) };
}
