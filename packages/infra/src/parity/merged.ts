import type { Json, JsonObject } from "../terraform/configuration.ts";
import { isObject } from "../terraform/configuration.ts";

/** Two files of one module as one: Terraform reads their blocks as if they stood in one file. */
export function merged(a: JsonObject, b: JsonObject): JsonObject {
  const all: Record<string, Json> = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const before = all[key];
    all[key] = isObject(before) && isObject(value) ? merged(before, value) : value;
  }
  return all;
}
