import type { Value, Values } from "./value.ts";
import { isUnknown, isValues } from "./value.ts";

/** The blocks of a name within arguments: none, one or more, however they are written. */
export function blocks(args: Values, name: string): readonly Values[] {
  const value = args[name];
  if (isValues(value)) return [value];
  return Array.isArray(value) ? value.filter(isValues) : [];
}

/** What is found along names of blocks, in the first block of each name. */
export function argument(args: Values, path: string): Value | undefined {
  const [name = "", ...rest] = path.split(".");
  if (rest.length === 0) return args[name] ?? undefined;
  const [first] = blocks(args, name);
  return first === undefined ? undefined : argument(first, rest.join("."));
}

/** An argument that is a number, or a text that is one; undefined where it is neither or not known. */
export function numberOf(args: Values, path: string): number | undefined {
  const value = argument(args, path);
  if (typeof value !== "number" && typeof value !== "string") return undefined;
  const number = Number(value);
  return Number.isFinite(number) && value !== "" ? number : undefined;
}

/** An argument that is set and, if it is known, is true. */
export const isOn = (args: Values, path: string): boolean => {
  const value = argument(args, path);
  return value === true || value === "true";
};

/** Whether an argument has a value, known or not. */
export function isSet(args: Values, path: string): boolean {
  const value = argument(args, path);
  return value !== undefined && value !== null && value !== "";
}

/** The entries of an argument that is a list, or the one it is without a list. */
export function entries(args: Values, path: string): readonly Value[] {
  const value = argument(args, path);
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value as readonly Value[];
  return isUnknown(value) || !isValues(value) ? [value] : [];
}
