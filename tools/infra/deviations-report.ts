import type { Addition, Deviation } from "../../packages/infra/src/deviations/deviation.ts";
import { normalised } from "../../packages/infra/src/parity/normalised.ts";
import type { Json } from "../../packages/infra/src/terraform/configuration.ts";

const WIDTH = 96;

const shown = (value: Json | undefined): string =>
  value === undefined ? "nothing" : JSON.stringify(normalised(value));

/** What one environment has otherwise than the article, and beside it, with the reasons. */
export function deviationsReport(
  environment: string,
  deviations: readonly Deviation[],
  additions: readonly Addition[],
): string {
  const differing = deviations.flatMap(({ address, argument, article, ours, reason }) => [
    `  ${address}, ${argument}`,
    `    article: ${shown(article)}`,
    `    ours:    ${shown(ours)}`,
    ...wrapped(reason),
  ]);
  const added = additions.flatMap(({ address, reason }) => [`  ${address}`, ...wrapped(reason)]);
  return [
    `${environment}: ${deviations.length === 0 ? "the article, to the letter" : "differs from the article in"}`,
    ...differing,
    `${environment}: has beside the article`,
    ...added,
  ].join("\n");
}

/** A text in lines of a readable width, indented. */
function wrapped(text: string): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`.trim();
    else lines.push(word);
  }
  return lines.map((line) => `    ${line}`);
}
