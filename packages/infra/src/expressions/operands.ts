import type { Expression, Part } from "./expression.ts";

const NAME = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

const word = (text: string): Part => ({ kind: "word", text });
const isWord = (part: Part | undefined, text: string) =>
  part?.kind === "word" && part.text === text;

/** Whether brackets after this part are an index into it, and not a list of their own. */
export function isOperand(part: Part | undefined): boolean {
  if (part === undefined) return false;
  return part.kind !== "word" || /^[\p{L}_]/u.test(part.text);
}

/** The one part that an expression is, if it is one. */
const only = (expression: Expression): Part | undefined =>
  expression.length === 1 ? expression[0] : undefined;

/** The name in `["name"]`, where a dot and the name would do. */
function namedIndex(part: Part): string | undefined {
  if (part.kind !== "group" || part.open !== "[" || part.items.length !== 1) return undefined;
  const inside = only(part.items[0] ?? []);
  if (inside?.kind !== "template" || inside.pieces.length !== 1) return undefined;
  const [text] = inside.pieces;
  return typeof text === "string" && NAME.test(text) ? text : undefined;
}

/**
 * One of several ways to write the same: `a.b` for `a["b"]`, `a[*]` for `a.*`, `a[0]` for `a.0`, `x` for
 * `"${x}"` and for `(x)`.
 */
export function simplified(expression: Expression): Expression {
  const inner = unwrapped(expression);
  if (inner !== undefined) return simplified(inner);
  const parts: Part[] = [];
  for (const part of expression) {
    const before = parts.at(-1);
    const name = isOperand(before) ? namedIndex(part) : undefined;
    if (name !== undefined) {
      parts.push(word("."), word(name));
    } else if (isWord(before, ".") && part.kind === "word" && /^(\d+|\*)$/u.test(part.text)) {
      parts.pop();
      parts.push({ kind: "group", open: "[", items: [[part]] });
    } else {
      parts.push(part);
    }
  }
  return parts;
}

/** What is inside, where an expression is nothing but another one in brackets or in a string. */
function unwrapped(expression: Expression): Expression | undefined {
  const part = only(expression);
  if (part?.kind === "group" && part.open === "(" && part.items.length === 1) return part.items[0];
  if (part?.kind !== "template" || part.pieces.length !== 1) return undefined;
  const [piece] = part.pieces;
  return typeof piece === "string" ? undefined : piece;
}
