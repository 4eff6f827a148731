import { z } from "zod";
import { AppError } from "../errors/app-error.ts";
import type { SharedState, StateChange } from "../ports/shared-state.ts";

const WINDOW_MS = 60_000;
/** Enough for a person who mistypes; a machine needs centuries for a token of 16 characters. */
const MOST_WRONG = 10;

/** Slows down whoever guesses at the access token, by address, at all processes together. */
export interface GuessLimit {
  /**
   * Counts a wrong guess. A right one counts for nothing, and is not taken either where there were too many.
   * @throws AppError sign_in_throttled where this address was wrong too often of late
   */
  judge(address: string, guess: { readonly right: boolean }): Promise<void>;
}

/** The wrong ones since the first of them, in milliseconds since 1970. */
const countSchema = z.object({ wrong: z.int(), since: z.number() });
type Count = z.infer<typeof countSchema>;

export function createGuessLimit(state: SharedState, now: () => number = Date.now): GuessLimit {
  return {
    async judge(address, { right }) {
      const decide = (value: string | undefined): StateChange<number | undefined> => {
        const { wrong, since } = countOf(value, now());
        if (wrong >= MOST_WRONG) return { value, result: since + WINDOW_MS - now() };
        if (right) return { value, result: undefined };
        return { value: JSON.stringify({ wrong: wrong + 1, since }), result: undefined };
      };
      const retryAfterMs = await state.change(`guesses:${address}`, decide, WINDOW_MS);
      if (retryAfterMs !== undefined) throw throttled(retryAfterMs);
    },
  };
}

/** The window begins with the first wrong one, whatever came after it. */
function countOf(value: string | undefined, now: number): Count {
  const none = { wrong: 0, since: now };
  if (value === undefined) return none;
  const count = countSchema.parse(JSON.parse(value));
  return now - count.since < WINDOW_MS ? count : none;
}

function throttled(retryAfterMs: number): AppError {
  return new AppError({
    code: "sign_in_throttled",
    detail: `There were ${MOST_WRONG} wrong access tokens from this address within a minute. Try again in ${Math.ceil(retryAfterMs / 1_000)} seconds.`,
    retryable: true,
    retryAfterMs,
  });
}
