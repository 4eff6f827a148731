import type { Json } from "../terraform/configuration.ts";
import { isObject } from "../terraform/configuration.ts";
import type { Expression, Part, Piece } from "./expression.ts";
import { simplified } from "./operands.ts";
import { parseTemplate } from "./parse.ts";
import { NotUnderstood } from "./scanner.ts";

/** Strings that Terraform takes for the number or the bool they look like. */
const SCALAR = /^(-?\d+(\.\d+)?|true|false)$/u;

/**
 * A text that is equal for two values exactly when they are written differently at most: white space, the
 * order of an object's keys, `"${x}"` or `x`, a list as JSON or as an expression.
 */
export function canonical(value: Json): string {
  if (typeof value === "string") return canonicalString(value);
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonical(item)).join(", ")}]`;
  if (isObject(value)) {
    return braced(Object.entries(value).map(([key, item]) => [canonical(key), canonical(item)]));
  }
  return String(value);
}

/** As `canonical`, of a text that is an expression without being in a string: a type, a dependency. */
export const canonicalReference = (text: string): string =>
  canonical(text.startsWith("${") ? text : `\${${text}}`);

function canonicalString(text: string): string {
  try {
    return ofPieces(parseTemplate(text));
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error;
    return `?${text.replace(/\s+/gu, " ").trim()}`;
  }
}

function ofPieces(pieces: readonly Piece[]): string {
  const [piece = "", ...others] = pieces;
  if (others.length === 0) {
    if (typeof piece !== "string") return ofExpression(piece);
    return SCALAR.test(piece) ? piece : JSON.stringify(piece);
  }
  const all = pieces.map((each) =>
    typeof each === "string" ? JSON.stringify(each) : `(${ofExpression(each)})`,
  );
  return `<${all.join(" ")}>`;
}

const ofExpression = (expression: Expression): string =>
  simplified(expression).map(ofPart).join(" ");

function ofPart(part: Part): string {
  switch (part.kind) {
    case "word":
      return part.text;
    case "template":
      return ofPieces(part.pieces);
    case "group":
      return `${part.open}${part.items.map(ofExpression).join(", ")}${CLOSING[part.open]}`;
    case "object":
      return braced(part.entries.map(({ key, value }) => [ofKey(key), ofExpression(value)]));
  }
}

const CLOSING = { "(": ")", "[": "]", "{": "}" } as const;

/** A key that is a bare name is the text of the name. */
function ofKey(key: Expression): string {
  const [part] = key;
  return part?.kind === "word" ? canonical(part.text) : ofExpression(key);
}

function braced(entries: readonly (readonly [string, string])[]): string {
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, value]) => `${key}: ${value}`).join(", ")}}`;
}
