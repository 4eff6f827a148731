/**
 * The dearest of some prices in US dollars: what to expect where any of them may come to be paid.
 * Undefined where one of them is not known.
 */
export const dearest = (prices: readonly (number | undefined)[]): number | undefined =>
  prices.reduce((a, b) => (a === undefined || b === undefined ? undefined : Math.max(a, b)));

/** What two calls cost together, for a record of usage; nothing where the price of one is not known. */
export const costOfBoth = (
  a: { readonly costUsd?: number | undefined },
  b: { readonly costUsd?: number | undefined },
): { readonly costUsd?: number } =>
  a.costUsd === undefined || b.costUsd === undefined ? {} : { costUsd: a.costUsd + b.costUsd };
