import type { Deps } from "../deps.ts";

/** Tells whoever watches a caption that something is tried again, and when. */
export function tellRetries({ captions, events }: Pick<Deps, "captions" | "events">, id: string) {
  return (reason: string, waitMs: number): void => {
    const detail = `${reason} Trying again in ${Math.max(1, Math.round(waitMs / 1_000))} s.`;
    // Told for information only: a caption must not fail because its news could not be stored.
    captions.record(id, { type: "retry", detail }).then(
      () => events.publish(id, "progress"),
      () => {},
    );
  };
}
