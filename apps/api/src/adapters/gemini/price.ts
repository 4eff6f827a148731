import type { TokenCount } from "./response.ts";

interface Price {
  /** The first moment at which it no longer holds. */
  readonly until?: string;
  /** US dollars for a million tokens. */
  readonly input: number;
  /** US dollars for a million tokens, thinking included. */
  readonly output: number;
}

/**
 * Standard paid tier for text and images, from https://ai.google.dev/gemini-api/docs/pricing as
 * quoted on 2026-10-07 in the API Evangelist collection (`deepmind/plans`). Earliest first.
 */
const PRICES = new Map<string, readonly Price[]>(
  Object.entries({
    "gemini-3.8-flash": [
      { until: "2027-01-01T00:00:00Z", input: 0.75, output: 3.75 },
      { input: 1.5, output: 7.5 },
    ],
    "gemini-3.5-flash": [{ input: 1.5, output: 9 }],
    "gemini-3.5-flash-lite": [{ input: 0.3, output: 2.5 }],
  }),
);

/**
 * What tokens cost at list price; the free tier charges less.
 *
 * @param at milliseconds since the epoch
 * @returns US dollars, or undefined for a model whose price we do not know
 */
export function costUsd(model: string, tokens: TokenCount, at: number): number | undefined {
  const price = PRICES.get(model)?.find(
    ({ until }) => until === undefined || at < Date.parse(until),
  );
  if (price === undefined) return undefined;
  return (tokens.input * price.input + tokens.output * price.output) / 1_000_000;
}
