import type { Caption } from "@caption-generator/schema";
import { isFinished } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import type { Change } from "../ports/events.ts";
import { findOwnCaption } from "./find-own-caption.ts";
import { toCaption } from "./to-caption.ts";

/**
 * Waits for a caption to be finished, at most `timeoutMs`.
 * @returns it as it is then, finished or not
 */
export async function awaitCaption(
  deps: Pick<Deps, "captions" | "events" | "draining">,
  input: {
    readonly sessionId: string;
    readonly id: string;
    readonly timeoutMs: number;
    readonly signal: AbortSignal;
  },
): Promise<Caption> {
  const until = AbortSignal.any([
    input.signal,
    deps.draining,
    AbortSignal.timeout(input.timeoutMs),
  ]);
  const changes = watchChanges(deps, input.id, ["finished"]);
  try {
    for (;;) {
      const changed = changes.next(until);
      const found = await findOwnCaption(deps, input);
      if (isFinished(found.caption.state) || until.aborted) return toCaption(found);
      await changed;
    }
  } finally {
    changes.end();
  }
}

/**
 * A caption's changes of some kinds, and news that changes may have been missed, as promises. One taken before
 * a look at the database misses nothing.
 */
export function watchChanges(
  { events }: Pick<Deps, "events">,
  captionId: string,
  kinds: readonly Change[],
) {
  let wake: () => void = () => {};
  const end = events.subscribe(captionId, (change) => {
    if (change === "missed" || kinds.includes(change)) wake();
  });
  return {
    /** Settles at the next change, or when `until` is aborted. */
    next(until: AbortSignal): Promise<void> {
      return new Promise((resolve) => {
        const done = () => {
          until.removeEventListener("abort", done);
          resolve();
        };
        wake = done;
        if (until.aborted) done();
        else until.addEventListener("abort", done);
      });
    },
    end,
  };
}
