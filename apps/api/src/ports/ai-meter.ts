/** Takes note of what calls of paid models come to. */
export interface AiMeter {
  /** A call failed, or was answered with nothing of use; each call counts, one that is repeated too. */
  failed(): void;
  /**
   * An answer came.
   * @param usd what it cost at list price, in US dollars
   * @param tokens what was sent and what was answered, where the provider counts in tokens
   */
  spent(usd: number, tokens?: { readonly input: number; readonly output: number }): void;
}

/** For whoever does not look. */
export const UNMETERED: AiMeter = { failed() {}, spent() {} };
