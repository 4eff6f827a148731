import type { CaptionOptionsInput } from "@caption-generator/schema";
import { captionOptionsSchema, effectiveLimits } from "@caption-generator/schema";
import type { CaptionRequest } from "../ports/caption-model.ts";
import { makePhoto } from "./make-photo.ts";

/** A request as the pipeline makes it: for a photo of its own unless another source is given. */
export async function makeCaptionRequest(
  options: CaptionOptionsInput = {},
  overrides: Partial<CaptionRequest> = {},
): Promise<CaptionRequest> {
  const parsed = captionOptionsSchema.parse(options);
  return {
    source: overrides.source ?? (await photoSource()),
    options: parsed,
    limits: effectiveLimits(parsed),
    signal: new AbortController().signal,
    ...overrides,
  };
}

async function photoSource(): Promise<CaptionRequest["source"]> {
  const [width, height] = [320, 240];
  const { bytes } = await makePhoto({ width, height });
  return { kind: "image", image: { type: "image/jpeg", bytes, width, height } };
}
