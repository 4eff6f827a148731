/** Who taps twice has not read in less than this what the first tap asked. */
const READ_MS = 600;

interface Press {
  /** How many clicks came in a row here; 0 for a key. */
  readonly detail: number;
  readonly timeStamp: number;
}

/** True where a press answers a question, and is not the second half of a double tap. @param askedAt its time stamp */
export function isMeant({ detail, timeStamp }: Press, askedAt: number): boolean {
  return detail < 2 && timeStamp - askedAt >= READ_MS;
}
