/** Takes note of what calls of paid models come to. */
export interface AiMeter {
  /** A call failed, or was answered with nothing of use; each call counts, one that is repeated too. */
  failed(): void;
  /** @param usd what an answer cost at list price, in US dollars */
  spent(usd: number): void;
}

/** For whoever does not look. */
export const UNMETERED: AiMeter = { failed() {}, spent() {} };
