import type { Value } from "./value.ts";

/** A step into a value: a name, an index or all. */
export type Step = string | number | typeof EVERY;

export const EVERY = Symbol("*");

/** What names mean where an expression stands. */
export interface Names {
  /** The value of `a.b[0].c`, from its steps. */
  resolve(steps: readonly Step[]): Value;
}
