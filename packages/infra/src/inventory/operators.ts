import type { Value } from "./value.ts";
import { isUnknown, referencesOf, textOf, Unknown } from "./value.ts";

/** The operators between two values, those that bind least first. */
export const PRECEDENCE: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["==", "!="],
  ["<", ">", "<=", ">="],
  ["+", "-"],
  ["*", "/", "%"],
];

const NUMERIC: Readonly<Record<string, (a: number, b: number) => Value>> = {
  "<": (a, b) => a < b,
  ">": (a, b) => a > b,
  "<=": (a, b) => a <= b,
  ">=": (a, b) => a >= b,
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
};

/** Two values under an operator; unknown as soon as one is and it matters. */
export function operate(operator: string, a: Value, b: Value): Value {
  if (operator === "&&" && (a === false || b === false)) return false;
  if (operator === "||" && (a === true || b === true)) return true;
  if (isUnknown(a) || isUnknown(b)) return unknownOf(`${textOf(a)} ${operator} ${textOf(b)}`, a, b);
  if (operator === "&&") return a === true && b === true;
  if (operator === "||") return a === true || b === true;
  if (operator === "==") return textOf(a) === textOf(b);
  if (operator === "!=") return textOf(a) !== textOf(b);
  return NUMERIC[operator]?.(Number(a), Number(b)) ?? null;
}

/** What cannot be known, from what it was to be made of. */
export const unknownOf = (text: string, ...parts: readonly Value[]): Unknown =>
  new Unknown(text, referencesOf(parts));
