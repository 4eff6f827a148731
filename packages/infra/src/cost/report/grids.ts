import type { Comparison } from "../article.ts";
import type { Difference } from "../compare.ts";
import { costOf } from "../estimate.ts";
import type { Line } from "../line.ts";
import { PRICES } from "../price-list.ts";
import type { Grid } from "./grid.ts";
import { amountSpan, money, moneySpan } from "./money.ts";

/** What is charged, line by line. @param priced the text of a unit price, where a link may be made of it */
export const linesGrid = (
  lines: readonly Line[],
  priced: (text: string, source: string) => string = (text) => text,
): Grid => ({
  headings: ["Resource", "Charged for", "Unit price", "Quantity", "Hours", "Low", "High"],
  rows: lines.map((line) => {
    const { usd, unit, source } = PRICES[line.price];
    const cost = costOf(line);
    return [
      line.address,
      line.what,
      priced(`${usd} / ${unit}`, source),
      amountSpan(line.quantity),
      line.hours?.toString() ?? "",
      money(cost.low),
      money(cost.high),
    ];
  }),
  numbersFrom: 3,
});

/** The article's table beside ours. */
export const articleGrid = (rows: readonly Comparison[]): Grid => ({
  headings: ["Service", "As the article counts", "Article", "Here"],
  rows: rows.map(({ service, configuration, article, ours }) => [
    service,
    configuration,
    moneySpan(article),
    ours === undefined ? "not in this stack" : moneySpan(ours),
  ]),
  numbersFrom: 2,
});

/** What a switch changes. */
export const differenceGrid = ({ changes }: Difference): Grid => ({
  headings: ["Resource", "Charged for", "Before", "After"],
  rows: changes.map(({ address, what, before, after }) => [
    address,
    what,
    moneySpan(before),
    moneySpan(after),
  ]),
  numbersFrom: 2,
});
