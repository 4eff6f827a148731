/** Rows of text under headings. Columns from `numbersFrom` on are set to the right. */
export interface Grid {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly numbersFrom: number;
}

/** A grid in columns, for a terminal. */
export function asColumns({ headings, rows, numbersFrom }: Grid): string {
  const all = [headings, ...rows];
  const widths = headings.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => {
        const width = widths[at] ?? 0;
        return at < numbersFrom ? cell.padEnd(width) : cell.padStart(width);
      })
      .join("  ")
      .trimEnd();
  return all.map(line).join("\n");
}

/** A grid as a table of Markdown. */
export function asMarkdown({ headings, rows, numbersFrom }: Grid): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const rule = headings.map((_, at) => (at < numbersFrom ? "---" : "---:"));
  return [line(headings), `|${rule.join("|")}|`, ...rows.map(line)].join("\n");
}
