import type { AiMeter } from "../ports/ai-meter.ts";

export interface AiCount {
  /** How many calls failed. */
  readonly errors: number;
  /** What answers cost, in US dollars. */
  readonly usd: number;
}

export interface AiCounter extends AiMeter {
  /** What came since it was last asked. */
  take(): AiCount;
}

/** Counts for all adapters of this process together. */
export function createAiCounter(): AiCounter {
  let errors = 0;
  let usd = 0;
  return {
    failed() {
      errors += 1;
    },
    spent(more) {
      usd += more;
    },
    take() {
      const count = { errors, usd };
      errors = 0;
      usd = 0;
      return count;
    },
  };
}
