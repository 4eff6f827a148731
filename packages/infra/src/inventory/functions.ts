import { subnetOf } from "./cidr-subnet.ts";
import { unknownOf } from "./operators.ts";
import type { Value, Values } from "./value.ts";
import { isUnknown, isValues, textOf } from "./value.ts";

type Function = (...args: readonly Value[]) => Value;

const list = (value: Value | undefined): readonly Value[] =>
  Array.isArray(value) ? (value as readonly Value[]) : [];
const values = (value: Value | undefined): Values => (isValues(value) ? value : {});
const numbers = (args: readonly Value[]) => args.map(Number);

function length(value: Value | undefined): Value {
  if (isValues(value)) return Object.keys(value).length;
  return typeof value === "string" ? value.length : list(value).length;
}

/** Functions of Terraform's for which all arguments have to be known, outermost. */
const FUNCTIONS: Readonly<Record<string, Function>> = {
  length: (value = null) => length(value),
  min: (...args) => Math.min(...numbers(args)),
  max: (...args) => Math.max(...numbers(args)),
  ceil: (value = 0) => Math.ceil(Number(value)),
  floor: (value = 0) => Math.floor(Number(value)),
  concat: (...lists) => lists.flatMap(list),
  compact: (items = []) => list(items).filter((item) => item !== "" && item !== null),
  distinct: (items = []) => list(items),
  merge: (...maps) => Object.assign({}, ...maps.map(values)),
  keys: (map = {}) => Object.keys(values(map)),
  values: (map = {}) => Object.values(values(map)),
  lookup: (map = {}, key = "", fallback = null) => values(map)[textOf(key)] ?? fallback,
  element: (items = [], index = 0) => list(items)[Number(index) % list(items).length] ?? null,
  one: (items = []) => list(items)[0] ?? null,
  contains: (items = [], item = null) => list(items).some((each) => textOf(each) === textOf(item)),
  join: (separator = "", items = []) => list(items).map(textOf).join(textOf(separator)),
  cidrsubnet: (range = "", bits = 0, index = 0) =>
    subnetOf(textOf(range), Number(bits), Number(index)),
  // Stays the value that is encoded, so that a policy can be read.
  jsonencode: (value = null) => value,
  toset: (items = []) => items,
  tolist: (items = []) => items,
  tomap: (map = {}) => map,
  tostring: (value = "") => textOf(value),
  tonumber: (value = 0) => Number(value),
  coalesce: (...args) => args.find((arg) => arg !== null && arg !== "") ?? null,
  try: (...args) => args.find((arg) => arg !== null) ?? null,
  lower: (text = "") => textOf(text).toLowerCase(),
};

/** A call's value; unknown for what depends on it, and for a function that is not known here. */
export function call(name: string, args: readonly Value[]): Value {
  const [first] = args;
  const [, from, to] = numbers(args);
  if (name === "slice" && from !== undefined && to !== undefined) return slice(first, from, to);
  const made = FUNCTIONS[name];
  if (made === undefined || args.some(isUnknown)) {
    return unknownOf(`\${${name}(${args.map(textOf).join(", ")})}`, ...args);
  }
  return made(...args);
}

/** Of a list that is unknown, the entries are; how many there will be is not. */
function slice(value: Value | undefined, from: number, to: number): Value {
  if (!isUnknown(value)) return list(value).slice(from, to);
  return Array.from({ length: to - from }, (_, index) => value.at(`[${from + index}]`));
}
