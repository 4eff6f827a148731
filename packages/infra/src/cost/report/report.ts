import { besideArticle, isInArticle } from "../article.ts";
import type { AssumptionName, Usage } from "../assumptions.ts";
import { ASSUMPTIONS } from "../assumptions.ts";
import type { Difference } from "../compare.ts";
import type { Estimate } from "../estimate.ts";
import { costOf } from "../estimate.ts";
import { always, sum } from "../line.ts";
import { PRICES, PRICES_AS_OF, PRICES_REGION } from "../price-list.ts";
import { SIGHTINGS } from "../price-sightings.ts";
import type { Grid } from "./grid.ts";
import { asColumns, asMarkdown } from "./grid.ts";
import { articleGrid, differenceGrid, linesGrid } from "./grids.ts";
import { moneySpan } from "./money.ts";

interface Style {
  heading(text: string): string;
  grid(grid: Grid): string;
  link(text: string, target: string): string;
}

const TERMINAL: Style = {
  heading: (text) => `\n${text}\n`,
  grid: asColumns,
  link: (text) => text,
};

const MARKDOWN: Style = {
  heading: (text) => `\n### ${text}\n`,
  grid: asMarkdown,
  link: (text, target) => `[${text}](${target})`,
};

const styleOf = (markdown: boolean): Style => (markdown ? MARKDOWN : TERMINAL);

/** An estimate to read: what the article has, what it leaves out, what has no price, and what was assumed. */
export function estimateReport(
  name: string,
  made: Estimate,
  usage: Usage,
  markdown: boolean,
): string {
  const { heading, grid, link } = styleOf(markdown);
  const known = made.lines.filter(isInArticle);
  const others = made.lines.filter((line) => !isInArticle(line));
  const article = besideArticle(made);
  const explanations = article.flatMap(({ explanation }) => explanation ?? []);
  const left = others.map(costOf).reduce(sum, always(0));
  return [
    `${name}: ${moneySpan(made.total)} USD a month, ${PRICES_REGION}, list prices as of ${PRICES_AS_OF}, without free tiers and taxes.`,
    heading("What the article counts"),
    grid(linesGrid(known, link)),
    heading("Beside the article's table"),
    grid(articleGrid(article)),
    ...explanations.map((text) => `\n${text}`),
    heading(`What the article leaves out: ${moneySpan(left)} USD a month`),
    grid(linesGrid(others, link)),
    ...unpriced(made, heading),
    heading("Assumed"),
    grid(assumptionsGrid(usage)),
    `\n${foundAgain(made)}`,
    `\n${made.free.length} resources cost nothing by themselves: \`--format json\` names them. Gemini and OpenAI bill apart.`,
    "",
  ].join("\n");
}

/** How far the prices can be trusted that an estimate is made of. */
function foundAgain({ lines }: Estimate): string {
  const used = [...new Set(lines.map(({ price }) => price))];
  const others = used.filter((name) => SIGHTINGS[name] === undefined);
  const named = others.map((name) => `${name} (${PRICES[name].usd} / ${PRICES[name].unit})`);
  const found = `${used.length - others.length} of ${used.length} prices were found again in public pages since.`;
  return others.length === 0 ? found : `${found} Not so: ${named.join(", ")}.`;
}

function unpriced({ unpriced: all }: Estimate, heading: Style["heading"]): readonly string[] {
  if (all.length === 0) return [];
  return [
    heading("Not in the sums, for want of a price"),
    ...all.map(({ address, why }) => `- ${address}: ${why}`),
  ];
}

const assumptionsGrid = (usage: Usage): Grid => ({
  headings: ["Name", "Why", "Quantity"],
  rows: Object.entries(usage).map(([name, value]) => {
    const { unit, why, value: usual } = ASSUMPTIONS[name as AssumptionName];
    return [name, value === usual ? why : "Given.", `${value.toLocaleString("en-US")} ${unit}`];
  }),
  numbersFrom: 2,
});

/** What a switch saves, to read. */
export function differenceReport(title: string, made: Difference, markdown: boolean): string {
  const { heading, grid } = styleOf(markdown);
  const saving = made.saved.low >= 0 && made.saved.high >= 0;
  const { low, high } = made.saved;
  const span = moneySpan(saving ? made.saved : { low: Math.abs(low), high: Math.abs(high) });
  if (made.changes.length === 0) return `${title} changes nothing in what is charged.\n`;
  return [
    `${title} ${saving ? "saves" : "adds"} ${span} USD a month.`,
    heading("Changes"),
    grid(differenceGrid(made)),
    "",
  ].join("\n");
}

/** An estimate for programs. */
export const estimateJson = (name: string, made: Estimate, usage: Usage) => ({
  environment: name,
  currency: "USD",
  period: "month",
  prices: { asOf: PRICES_AS_OF, region: PRICES_REGION },
  total: made.total,
  lines: made.lines.map((line) => ({
    ...line,
    ...PRICES[line.price],
    sighting: SIGHTINGS[line.price] ?? null,
    cost: costOf(line),
    inArticle: isInArticle(line),
  })),
  article: besideArticle(made),
  unpriced: made.unpriced,
  free: made.free,
  assumptions: usage,
});
