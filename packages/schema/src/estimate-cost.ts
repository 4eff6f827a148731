import type { Costs } from "./limits.ts";

/** What is to be captioned, as far as it is known before it is sent. */
export type Priced =
  | { readonly kind: "photo" }
  | { readonly kind: "video"; readonly seconds: number | undefined };

/**
 * What a caption will cost, in US dollars: an estimate, for nobody knows how long an answer gets.
 * @returns undefined where a price, or the length of what is to be heard, is not known
 */
export function estimateCost(costs: Costs, priced: Priced): number | undefined {
  if (priced.kind === "photo") return costs.photo;
  const { video, minuteHeard } = costs;
  if (video === undefined || minuteHeard === undefined) return undefined;
  if (minuteHeard === 0) return video;
  return priced.seconds === undefined ? undefined : video + (priced.seconds / 60) * minuteHeard;
}
