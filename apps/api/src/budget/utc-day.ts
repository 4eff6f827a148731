const DAY_MS = 24 * 60 * 60_000;

/** The day in UTC that a moment is in: `2026-11-25`. */
export const utcDay = (at: Date): string => at.toISOString().slice(0, 10);

/** The beginning of the next day in UTC. */
export const nextUtcDay = (at: Date): Date =>
  new Date(Math.floor(at.getTime() / DAY_MS) * DAY_MS + DAY_MS);
