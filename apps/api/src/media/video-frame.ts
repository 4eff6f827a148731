import sharp from "sharp";
import type { VideoFrame } from "../ports/caption-model.ts";
import type { Frame } from "../ports/media-tools.ts";

/** A picture out of a video as models take it. It is upright, small and without metadata already. */
export async function toVideoFrame({ at, bytes }: Frame): Promise<VideoFrame> {
  const { width, height } = await sharp(bytes).metadata();
  return { at, image: { type: "image/jpeg", bytes, width, height } };
}
