const MINUTE_S = 60;

/** A time to wait as a person says it, never too short: `1 second`, `42 seconds`, `5 min`, `5 h 12 min`. */
export function howLong(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1_000));
  if (seconds <= MINUTE_S) return `${seconds} ${seconds === 1 ? "second" : "seconds"}`;
  const minutes = Math.ceil(seconds / MINUTE_S);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${minutes} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
