import { canonical, canonicalReference } from "../expressions/canonical.ts";
import type { Json, JsonObject } from "../terraform/configuration.ts";
import { isObject } from "../terraform/configuration.ts";
import { normalised } from "./normalised.ts";

/** An argument with two values. */
export interface Difference {
  /** With the blocks it is in, and no indexes: `rule.expiration.days`. */
  readonly argument: string;
  readonly article: Json | undefined;
  readonly ours: Json | undefined;
}

/** Arguments that hold references, with or without `${}` around them. */
const REFERENCES = /(^|\.)(depends_on|provider|providers|ignore_changes|replace_triggered_by)$/u;
/** The type of a variable, which is no value either. */
const TYPE = /(^|\.)var\.[^.]+\.type$/u;

/** The arguments of a block that do not say the same, though they may be written alike. */
export function differences(address: string, article: JsonObject, ours: JsonObject): Difference[] {
  return between("", normalised(article), normalised(ours));

  function between(path: string, a: Json | undefined, b: Json | undefined): Difference[] {
    if (same(path, a, b)) return [];
    if (isObject(a) && isObject(b)) {
      const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
      return keys.flatMap((key) => between(path === "" ? key : `${path}.${key}`, a[key], b[key]));
    }
    const pairs = alike(a, b);
    if (pairs !== undefined) return pairs.flatMap(([x, y]) => between(path, x, y));
    return [{ argument: path, article: a, ours: b }];
  }

  function same(path: string, a: Json | undefined, b: Json | undefined): boolean {
    if (a === undefined || b === undefined) return a === b;
    const text = REFERENCES.test(path) || TYPE.test(`${address}.${path}`) ? reference : canonical;
    return text(a) === text(b) || (blocks(a) && blocks(b) && sorted(a) === sorted(b));
  }
}

const reference = (value: Json): string =>
  Array.isArray(value)
    ? value.map((item: Json) => reference(item)).join(", ")
    : typeof value === "string"
      ? canonicalReference(value)
      : canonical(value);

const blocks = (value: Json | undefined): value is readonly JsonObject[] =>
  Array.isArray(value) && value.every(isObject);

/** Blocks of one name make a set in most resources: their order says nothing. */
const sorted = (value: readonly JsonObject[]): string => value.map(canonical).toSorted().join();

/** Blocks side by side, where there are as many on both sides. */
function alike(a: Json | undefined, b: Json | undefined): [JsonObject, JsonObject][] | undefined {
  if (!blocks(a) || !blocks(b) || a.length !== b.length) return undefined;
  return a.map((item, index) => [item, b[index] ?? {}]);
}
