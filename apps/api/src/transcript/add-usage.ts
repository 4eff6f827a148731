import type { TranscriptionUsage } from "@caption-generator/schema";
import { costOfBoth } from "../budget/unknown-prices.ts";

/** What two transcriptions took together; where the price of one is not known, that of both is not. */
export function addUsage(
  a: TranscriptionUsage | undefined,
  b: TranscriptionUsage,
): TranscriptionUsage {
  if (a === undefined) return b;
  return { seconds: a.seconds + b.seconds, calls: a.calls + b.calls, ...costOfBoth(a, b) };
}
