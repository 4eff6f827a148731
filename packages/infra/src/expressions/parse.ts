import type { Entry, Expression, Part, Piece } from "./expression.ts";
import { NotUnderstood, Scanner } from "./scanner.ts";

const CLOSING = { "(": ")", "[": "]", "{": "}" } as const;
type Opening = keyof typeof CLOSING;
const OPENINGS = Object.keys(CLOSING) as Opening[];

/**
 * Parses a string of Terraform's JSON syntax, in which `${...}` holds expressions.
 *
 * @throws NotUnderstood for what is not known here, such as `%{ if }`
 */
export function parseTemplate(text: string): readonly Piece[] {
  const scanner = new Scanner(text);
  return pieces(scanner, false);
}

/** Text and expressions up to the closing quote, or to the end where the text is not quoted. */
function pieces(scanner: Scanner, quoted: boolean): readonly Piece[] {
  const found: Piece[] = [];
  let literal = "";
  while (quoted ? !scanner.takes('"') : !scanner.ended) {
    const inside = interpolation(scanner);
    if (inside === undefined) {
      literal += text(scanner, quoted);
      continue;
    }
    if (literal !== "") found.push(literal);
    literal = "";
    found.push(inside);
  }
  if (literal !== "") found.push(literal);
  return found;
}

/** The next bit of a string that is text: a character, or what stands for one. */
function text(scanner: Scanner, quoted: boolean): string {
  if (scanner.sees("%{")) throw new NotUnderstood("Directives of templates are not known.");
  const marker = ["$${", "%%{"].find((start) => scanner.takes(start));
  if (marker !== undefined) return marker;
  return quoted && scanner.takes("\\") ? scanner.escaped() : scanner.character();
}

function interpolation(scanner: Scanner): Expression | undefined {
  if (!scanner.takes("${")) return undefined;
  if (scanner.sees("~")) throw new NotUnderstood("Stripped interpolations are not known.");
  const inside = expression(scanner, ["}"], true);
  scanner.expect("}");
  return inside;
}

/** Parts up to one of `ends`, which stays; up to a line's end, too, unless lines may go on. */
function expression(scanner: Scanner, ends: readonly string[], acrossLines: boolean): Expression {
  const parts: Part[] = [];
  for (;;) {
    scanner.skipSpace(acrossLines);
    if (ends.some((end) => scanner.sees(end)) || (!acrossLines && scanner.sees("\n"))) return parts;
    parts.push(part(scanner));
  }
}

function part(scanner: Scanner): Part {
  if (scanner.takes('"')) return { kind: "template", pieces: pieces(scanner, true) };
  const open = OPENINGS.find((bracket) => scanner.takes(bracket));
  if (open === undefined) return { kind: "word", text: scanner.word() };
  scanner.skipSpace(true);
  if (scanner.sees("for ")) return { kind: "group", open, items: [rest(scanner, open)] };
  if (open === "{") return { kind: "object", entries: entries(scanner) };
  return { kind: "group", open, items: items(scanner, CLOSING[open]) };
}

/** All up to the closing bracket, commas included. */
function rest(scanner: Scanner, open: Opening): Expression {
  const inside = expression(scanner, [CLOSING[open]], true);
  scanner.expect(CLOSING[open]);
  return inside;
}

function items(scanner: Scanner, close: string): readonly Expression[] {
  const found: Expression[] = [];
  while (!scanner.takes(close)) {
    found.push(expression(scanner, [",", close], true));
    scanner.takes(",");
    scanner.skipSpace(true);
  }
  return found;
}

function entries(scanner: Scanner): readonly Entry[] {
  const found: Entry[] = [];
  while (!scanner.takes("}")) {
    const key = expression(scanner, ["=", ":"], true);
    scanner.character();
    const value = expression(scanner, [",", "}"], false);
    found.push({ key, value });
    scanner.skipSpace(true);
    scanner.takes(",");
    scanner.skipSpace(true);
  }
  return found;
}
