import type { TranscriptionUsage } from "@caption-generator/schema";

/** Adds up what the calls of one transcription used. */
export function createTally() {
  let calls = 0;
  let seconds = 0;
  return {
    /** Counts a call, whether or not it is answered. */
    countCall() {
      calls += 1;
    },
    /** @param charged seconds of audio */
    add(charged: number) {
      seconds += charged;
    },
    /** @param usdPerMinute undefined where no price is known */
    toUsage(usdPerMinute: number | undefined): TranscriptionUsage {
      if (usdPerMinute === undefined) return { seconds, calls };
      return { seconds, calls, costUsd: (seconds / 60) * usdPerMinute };
    },
  };
}

export type Tally = ReturnType<typeof createTally>;
