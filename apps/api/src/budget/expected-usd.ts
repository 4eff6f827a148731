import type { Limits } from "@caption-generator/schema";
import { estimateCost } from "@caption-generator/schema";

/**
 * What a caption is expected to cost, in US dollars; null where nobody knows a price. A revision, which shows
 * the model no picture, costs less than the photo it is taken for.
 */
export function expectedUsd(
  { costs }: Pick<Limits, "costs">,
  { seconds, revision }: { readonly seconds: number | null; readonly revision: boolean },
): number | null {
  const isPhoto = seconds === null || revision;
  return estimateCost(costs, isPhoto ? { kind: "photo" } : { kind: "video", seconds }) ?? null;
}
