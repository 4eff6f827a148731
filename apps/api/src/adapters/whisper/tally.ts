import type { TranscriptionUsage } from "@caption-generator/schema";
import type { AiMeter } from "../../ports/ai-meter.ts";

/**
 * Adds up what the calls of one transcription used.
 *
 * @param usdPerMinute undefined where no price is known
 * @param meter told of what each answer costs
 */
export function createTally(usdPerMinute: number | undefined, meter: AiMeter) {
  let calls = 0;
  let seconds = 0;
  const cost = (charged: number) =>
    usdPerMinute === undefined ? undefined : (charged / 60) * usdPerMinute;
  return {
    /** Counts a call, whether or not it is answered. */
    countCall() {
      calls += 1;
    },
    /** @param charged seconds of audio */
    add(charged: number) {
      seconds += charged;
      meter.spent(cost(charged) ?? 0);
    },
    /** A piece that was answered, and metered, before. @param charged seconds of audio */
    addKept(charged: number) {
      calls += 1;
      seconds += charged;
    },
    toUsage(): TranscriptionUsage {
      const costUsd = cost(seconds);
      return { seconds, calls, ...(costUsd === undefined ? {} : { costUsd }) };
    },
  };
}

export type Tally = ReturnType<typeof createTally>;
