import type { Usage } from "@caption-generator/schema";

/** What usage has cost in US dollars, as far as prices are known. */
export const usdOf = (usage: Partial<Pick<Usage, "costUsd" | "transcription">>): number =>
  (usage.costUsd ?? 0) + (usage.transcription?.costUsd ?? 0);
