import type { Span } from "../line.ts";

const CENTS = new Intl.NumberFormat("en-US", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const AMOUNT = new Intl.NumberFormat("en-US", { maximumFractionDigits: 3 });

/** US dollars with cents. */
export const money = (usd: number): string => CENTS.format(usd);

/** US dollars from the least to the most. */
export const moneySpan = ({ low, high }: Span): string =>
  money(low) === money(high) ? money(low) : `${money(low)}-${money(high)}`;

export const amountSpan = ({ low, high }: Span): string =>
  low === high ? AMOUNT.format(low) : `${AMOUNT.format(low)}-${AMOUNT.format(high)}`;
