import sharp from "sharp";
import type { NormalisedImage } from "../../../ports/caption-model.ts";
import { INPUT_SIDE } from "./decode-peaks.ts";
import type { Pixels } from "./views.ts";

/**
 * Decodes a photo, once for all that looks at it: at most `INPUT_SIDE` pixels on its longer side.
 */
export async function readPixels({ bytes }: Pick<NormalisedImage, "bytes">): Promise<Pixels> {
  const { data, info } = await sharp(bytes)
    .resize(INPUT_SIDE, INPUT_SIDE, { fit: "inside" })
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
