import type { Entry, Expression, Part, Piece } from "./expression.ts";
import { isOperand, simplified } from "./operands.ts";

/** A list longer than this is written with a line for each item. */
const LIST_WIDTH = 80;
const BARE_KEY = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

/** A value of several lines begins where it stands; its other lines are indented by who formats. */
function printExpression(expression: Expression): string {
  let text = "";
  let before: Part | undefined;
  for (const part of simplified(expression)) {
    text += `${gap(before, part, text)}${printPart(part)}`;
    before = part;
  }
  return text;
}

/** What stands between two parts: nothing, or a space. */
function gap(before: Part | undefined, part: Part, text: string): string {
  if (before === undefined) return "";
  const word = part.kind === "word" ? part.text : "";
  if (word === "." || word === "," || word === "..." || text.endsWith(".")) return "";
  if (text.endsWith("!")) return "";
  if (isOperand(before) && part.kind === "group") return "";
  // A minus without an operand before it belongs to what follows.
  if (/(^|[-+*/%<>=&|?:(,] )-$/u.test(text)) return "";
  return " ";
}

function printPart(part: Part): string {
  switch (part.kind) {
    case "word":
      return part.text;
    case "template":
      return printTemplate(part.pieces);
    case "group":
      return printGroup(part.open, part.items);
    case "object":
      return printObject(part.entries.map(printEntry));
  }
}

const CLOSING = { "(": ")", "[": "]", "{": "}" } as const;

function printGroup(open: "(" | "[" | "{", items: readonly Expression[]): string {
  return open === "["
    ? printList(items.map(printExpression))
    : `${open}${items.map(printExpression).join(", ")}${CLOSING[open]}`;
}

/** A list in one line where it is short and each item is. */
export function printList(items: readonly string[]): string {
  const line = `[${items.join(", ")}]`;
  if (line.length <= LIST_WIDTH && !line.includes("\n")) return line;
  return `[\n${items.map((item) => `${item},\n`).join("")}]`;
}

/** An object's lines, each a key and a value. */
export function printObject(lines: readonly (readonly [key: string, value: string])[]): string {
  if (lines.length === 0) return "{}";
  return `{\n${lines.map(([key, value]) => `${key} = ${value}\n`).join("")}}`;
}

const printEntry = ({ key, value }: Entry): readonly [string, string] => {
  const [part] = key;
  const quoted = part?.kind === "template" && part.pieces.length === 1 ? part.pieces[0] : undefined;
  const printed = typeof quoted === "string" ? printKey(quoted) : printExpression(key);
  return [printed, printExpression(value)];
};

/** The key of an object, in quotes only where it needs them. */
export const printKey = (key: string): string => (BARE_KEY.test(key) ? key : printTemplate([key]));

/** A string, or, where there is nothing but an expression in it, the expression. */
export function printTemplate(pieces: readonly Piece[]): string {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined && typeof only !== "string") {
    return printExpression(only);
  }
  const inside = pieces.map((piece) =>
    typeof piece === "string" ? escaped(piece) : `\${${printExpression(piece)}}`,
  );
  return `"${inside.join("")}"`;
}

const escaped = (text: string): string =>
  text
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t");
