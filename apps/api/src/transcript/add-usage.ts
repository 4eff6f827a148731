import type { TranscriptionUsage } from "@caption-generator/schema";

/** What two transcriptions took together; where the price of one is not known, that of both is not. */
export function addUsage(
  a: TranscriptionUsage | undefined,
  b: TranscriptionUsage,
): TranscriptionUsage {
  if (a === undefined) return b;
  const both = { seconds: a.seconds + b.seconds, calls: a.calls + b.calls };
  if (a.costUsd === undefined || b.costUsd === undefined) return both;
  return { ...both, costUsd: a.costUsd + b.costUsd };
}
