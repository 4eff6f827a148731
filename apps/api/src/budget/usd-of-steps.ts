import type { Steps } from "../ports/records.ts";
import { usdOf } from "./usd-of.ts";

/** What the steps that are kept with a caption have cost in US dollars, even if nothing comes of it. */
export function usdOfSteps({ heard, piecesSpent, answer }: Steps): number {
  const transcription = heard?.spent.transcription ?? piecesSpent;
  return (transcription?.costUsd ?? 0) + usdOf(answer?.usage ?? {});
}
