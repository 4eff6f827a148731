import { LRUCache } from "lru-cache";
import { AppError } from "../errors/app-error.ts";

const WINDOW_MS = 60_000;
/** Enough for a person who mistypes; a machine needs centuries for a token of 16 characters. */
const MOST_WRONG = 10;
/** Whoever has more addresses than this pushes out the oldest ones, and still guesses slowly. */
const MAX_ADDRESSES = 10_000;

/** Slows down whoever guesses at the access token, by address. */
export interface GuessLimit {
  /** @throws AppError sign_in_throttled where this address was wrong too often of late */
  check(address: string): void;
  noteWrong(address: string): void;
}

/** @param now milliseconds on a clock that only goes forward; never 0 */
export function createGuessLimit(now: () => number = () => performance.now()): GuessLimit {
  const wrong = new LRUCache<string, number>({
    max: MAX_ADDRESSES,
    ttl: WINDOW_MS,
    ttlResolution: 0,
    // The window begins with the first wrong one.
    noUpdateTTL: true,
    perf: { now },
  });
  return {
    check(address) {
      if ((wrong.get(address) ?? 0) < MOST_WRONG) return;
      const retryAfterMs = wrong.getRemainingTTL(address);
      throw new AppError({
        code: "sign_in_throttled",
        detail: `There were ${MOST_WRONG} wrong access tokens from this address within a minute. Try again in ${Math.ceil(retryAfterMs / 1_000)} seconds.`,
        retryable: true,
        retryAfterMs,
      });
    },
    noteWrong(address) {
      wrong.set(address, (wrong.get(address) ?? 0) + 1);
    },
  };
}
