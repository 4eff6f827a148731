import type { PartPlan } from "@caption-generator/schema";
import { partRange } from "@caption-generator/schema";

/** How much of a file of `total` bytes has been sent, over all its parts. */
export function createPartProgress(total: number, plan: PartPlan, arrived: readonly number[]) {
  const sent = new Map(arrived.map((number) => [number, 1]));
  const bytesOf = (number: number) => {
    const { start, end } = partRange(total, plan, number);
    return end - start;
  };
  return {
    /** Notes how much of one part is sent, from 0 to 1. */
    set(number: number, part: number) {
      sent.set(number, part);
    },
    /** How much of all is sent, from 0 to 1. */
    whole(): number {
      let bytes = 0;
      for (const [number, part] of sent) bytes += part * bytesOf(number);
      return bytes / total;
    },
  };
}
