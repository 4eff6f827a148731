import type { Change } from "../../ports/events.ts";

export type Listener = (change: Change) => void;

/** Who in this process listens to which caption. */
export function createListeners() {
  const byCaption = new Map<string, Set<Listener>>();
  return {
    /** The captions that somebody listens to. */
    captionIds: () => [...byCaption.keys()],
    has: (captionId: string) => byCaption.has(captionId),

    /** @returns whether nobody had listened to this caption before */
    add(captionId: string, listener: Listener): boolean {
      const others = byCaption.get(captionId);
      if (others === undefined) byCaption.set(captionId, new Set([listener]));
      else others.add(listener);
      return others === undefined;
    },

    /** @returns whether nobody listens to this caption any more, and somebody did before */
    remove(captionId: string, listener: Listener): boolean {
      const all = byCaption.get(captionId);
      if (all === undefined || !all.delete(listener) || all.size > 0) return false;
      return byCaption.delete(captionId);
    },

    tell(captionId: string, change: Change): void {
      for (const listener of [...(byCaption.get(captionId) ?? [])]) listener(change);
    },

    tellAll(change: Change): void {
      for (const all of [...byCaption.values()]) for (const listener of [...all]) listener(change);
    },
  };
}
