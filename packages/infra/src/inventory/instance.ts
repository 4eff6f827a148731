import type { Values } from "./value.ts";

/** A resource that a stack makes, as far as it is known before it is made. */
export interface Instance {
  /** With the index of `count` or `for_each`: `module.networking.aws_subnet.public[0]`. */
  readonly address: string;
  readonly type: string;
  readonly name: string;
  /** The address of the module it is in; empty in the root. */
  readonly module: string;
  readonly args: Values;
  /** Whether it is certain that there is one of it: false where a count cannot be known. */
  readonly counted: boolean;
}
