const INDENT = "  ";
const ASSIGNMENT = /^([^\s={}[\]()]+|"[^"]*") = /u;

/**
 * Lays lines out as `terraform fmt` does: indented by the brackets they are in, and with the equals signs
 * of neighbouring one-line assignments under each other.
 */
export function format(text: string): string {
  let depth = 0;
  const lines = text.split("\n").map((line) => {
    if (/^[}\])]/u.test(line)) depth -= 1;
    const indented = line === "" ? "" : INDENT.repeat(depth) + line;
    if (/[{[(]$/u.test(line)) depth += 1;
    return indented;
  });
  return aligned(lines).join("\n");
}

/** Whether a line is all of an assignment, and where its equals sign is. */
function equalsAt(line: string): number | undefined {
  const start = line.trimStart();
  const key = ASSIGNMENT.exec(start)?.[1];
  if (key === undefined || /[{[(]$/u.test(line)) return undefined;
  return line.length - start.length + key.length;
}

function aligned(lines: readonly string[]): readonly string[] {
  const result = [...lines];
  let begin = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    if (at < lines.length && equalsAt(lines[at] ?? "") !== undefined) continue;
    alignRun(result, begin, at);
    begin = at + 1;
  }
  return result;
}

function alignRun(lines: string[], begin: number, end: number): void {
  const places = lines.slice(begin, end).map((line) => equalsAt(line) ?? 0);
  const widest = Math.max(0, ...places);
  for (const [offset, place] of places.entries()) {
    const line = lines[begin + offset] ?? "";
    lines[begin + offset] = line.slice(0, place) + " ".repeat(widest - place) + line.slice(place);
  }
}
