import type { Json, JsonObject } from "../terraform/configuration.ts";
import { isObject } from "../terraform/configuration.ts";
import { printReference, printValue } from "./print-value.ts";

/** Arguments whose objects are maps, where every other object in a resource is a block. */
const MAPS = new Set([
  "dimensions",
  "docker_labels",
  "options",
  "parameters",
  "tags",
  "tags_all",
  "variables",
]);
const REFERENCES = new Set([
  "depends_on",
  "ignore_changes",
  "provider",
  "providers",
  "replace_triggered_by",
]);
/** What is read first, and what last. */
const FIRST = ["source", "version", "count", "for_each", "provider"];
const LAST = ["lifecycle", "depends_on"];

/** How the inside of a block is to be read. */
export interface BlockOptions {
  /** Whether objects are values and not blocks, as in the call of a module. @default false */
  readonly objectsAreValues?: boolean;
  /** Arguments that are references or types, and so have no quotes. */
  readonly references?: readonly string[];
}

/** A block, with its head, such as `resource "aws_vpc" "main"`, and a blank line between its parts. */
export function printBlock(head: string, body: JsonObject, options: BlockOptions = {}): string {
  const parts = Object.entries(body)
    .map(([key, value]) => printArgument(key, value, options))
    .toSorted((a, b) => a.rank - b.rank);
  const inside = parts.map(({ text, apart }, index) => {
    const gap = index > 0 && (apart || parts[index - 1]?.apart === true);
    return `${gap ? "\n" : ""}${text}\n`;
  });
  return inside.length === 0 ? `${head} {}` : `${head} {\n${inside.join("")}}`;
}

/** The head of a block with its labels. */
export const head = (kind: string, ...labels: readonly string[]): string =>
  [kind, ...labels.map((label) => `"${label}"`)].join(" ");

interface Printed {
  readonly text: string;
  /** Where it stands among the others: what is read first, then one line each, several lines, blocks. */
  readonly rank: number;
  /** Whether blank lines set it apart from its neighbours. */
  readonly apart: boolean;
}

function printArgument(key: string, value: Json, options: BlockOptions): Printed {
  if (REFERENCES.has(key) || options.references?.includes(key)) {
    const apart = key === "depends_on";
    return { text: `${key} = ${printReference(value)}`, rank: rankOf(key, RANKS.line), apart };
  }
  const isBlock = !options.objectsAreValues;
  if (isBlock && isObject(value) && !isMap(key, value)) {
    return { text: printBlock(key, value), rank: rankOf(key, RANKS.block), apart: true };
  }
  if (isBlock && isBlocks(value)) {
    const text = value.map((block) => printBlock(key, block)).join("\n\n");
    return { text, rank: RANKS.block, apart: true };
  }
  const text = `${key} = ${printValue(value)}`;
  const apart = text.includes("\n");
  return { text, rank: rankOf(key, apart ? RANKS.lines : RANKS.line), apart };
}

/** Dimensions are a map in an alarm; in a policy of scaling, each is a block with a name and a value. */
const isMap = (key: string, value: JsonObject): boolean =>
  MAPS.has(key) && !(key === "dimensions" && "name" in value && "value" in value);

const isBlocks = (value: Json): value is readonly JsonObject[] =>
  Array.isArray(value) && value.length > 0 && value.every(isObject);

const RANKS = { line: 0, lines: 1, block: 2 };

const rankOf = (key: string, otherwise: number): number => {
  if (FIRST.includes(key)) return FIRST.indexOf(key) - FIRST.length;
  return LAST.includes(key) ? RANKS.block + 1 + LAST.indexOf(key) : otherwise;
};
