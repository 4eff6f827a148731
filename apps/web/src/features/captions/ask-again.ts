import type { Caption } from "@caption-generator/schema";
import type { Ask, RetryAsk } from "./ask.ts";

export type FirstAsk = RetryAsk["otherwise"];

/** What was asked for at first, however often it was tried since; null where that was on another page. */
export const firstAsk = (asked: Ask | null): FirstAsk =>
  asked?.kind === "retry" ? asked.otherwise : asked;

/** Whether the service has kept what it needs to begin a caption again: only of one that was interrupted. */
export function canRetry({ state, problem }: Pick<Caption, "state" | "problem">): boolean {
  return state === "failed" && problem?.code === "interrupted";
}

/** How to ask again for a caption that failed. @param asked what it came of */
export function askAgain(caption: Pick<Caption, "id" | "state" | "problem">, asked: Ask | null) {
  const first = firstAsk(asked);
  if (!canRetry(caption)) return first;
  return { kind: "retry", id: caption.id, otherwise: first } as const;
}
