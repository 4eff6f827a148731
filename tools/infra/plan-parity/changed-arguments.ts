import { isDeepStrictEqual } from "node:util";
import type { Change } from "./plan-json.ts";

/** What stands for a value that only apply will tell. */
const KNOWN_AFTER_APPLY = "(known after apply)";

export interface ChangedArgument {
  /** As Terraform writes it: `rule[0].filter`. */
  readonly argument: string;
  readonly before: unknown;
  readonly after: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isBlockList = (value: unknown): value is readonly Fields[] =>
  Array.isArray(value) && value.length > 0 && value.every(isObject);

const below = (path: string, name: string) => (path === "" ? name : `${path}.${name}`);

/** Blocks that are in one list and not in the other; sets come in any order. */
function unpaired(from: readonly Fields[], other: readonly Fields[]): Fields[] {
  const rest = [...other];
  return from.filter((block) => {
    const found = rest.findIndex((candidate) => isDeepStrictEqual(candidate, block));
    if (found === -1) return true;
    rest.splice(found, 1);
    return false;
  });
}

function differingBlocks(
  path: string,
  before: readonly Fields[],
  after: readonly Fields[],
): ChangedArgument[] {
  const gone = unpaired(before, after);
  const come = unpaired(after, before);
  // As many went as came: one block each was changed. Otherwise a block was added or taken away.
  if (gone.length === come.length) {
    return gone.flatMap((block, index) => {
      const place = after.indexOf(come[index] as Fields);
      return differing(`${path}[${place}]`, block, come[index], undefined);
    });
  }
  return [
    ...gone.map((block) => ({ argument: path, before: block, after: undefined })),
    ...come.map((block) => ({ argument: path, before: undefined, after: block })),
  ];
}

function differing(
  path: string,
  before: unknown,
  after: unknown,
  unknown: unknown,
): ChangedArgument[] {
  if (unknown === true) return [{ argument: path, before, after: KNOWN_AFTER_APPLY }];
  const nothingUnknown = unknown === undefined || !JSON.stringify(unknown).includes("true");
  if (nothingUnknown && isDeepStrictEqual(before, after)) return [];
  if (isObject(before) && isObject(after)) {
    const unknowns = isObject(unknown) ? unknown : {};
    const names = new Set([before, after, unknowns].flatMap(Object.keys));
    return [...names].flatMap((name) =>
      differing(below(path, name), before[name], after[name], unknowns[name]),
    );
  }
  if (nothingUnknown && isBlockList(before) && isBlockList(after)) {
    return differingBlocks(path, before, after);
  }
  return [{ argument: path, before, after }];
}

/** The arguments of a resource that a plan changes, each with both values. None for one that is new. */
export function changedArguments({ before, after, after_unknown }: Change): ChangedArgument[] {
  if (before === null || after === null) return [];
  return differing("", before, after, after_unknown);
}
