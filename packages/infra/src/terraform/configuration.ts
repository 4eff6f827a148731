/** A value in Terraform's JSON syntax; a string may hold `${...}`. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

export type JsonObject = { readonly [key: string]: Json };

/** By type, then by name: `{ aws_vpc: { main: {...} } }`. */
type Typed = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

/** A module, the root or another, in Terraform's JSON syntax. */
export interface Configuration {
  readonly terraform?: JsonObject;
  readonly provider?: Readonly<Record<string, readonly JsonObject[]>>;
  readonly variable?: Readonly<Record<string, JsonObject>>;
  readonly output?: Readonly<Record<string, JsonObject>>;
  readonly module?: Readonly<Record<string, JsonObject>>;
  readonly data?: Typed;
  readonly resource?: Typed;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Without what CDKTF notes for itself under `//`: construct paths and versions. */
export function withoutComments<Value extends Json | Configuration>(value: Value): Value {
  if (Array.isArray(value)) return value.map((item: Json) => withoutComments(item)) as never;
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([key]) => key !== "//");
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutComments(item)])) as never;
}
