import type { Json } from "../terraform/configuration.ts";
import { isObject } from "../terraform/configuration.ts";

/**
 * A value without what two ways to write the same differ in: Terraform's JSON wants some empty arguments
 * written as null, where HCL leaves them out, and a block that is there once may be an object or a list of one.
 */
export function normalised(value: Json): Json {
  if (Array.isArray(value)) {
    const [only, ...others] = value as readonly Json[];
    if (isObject(only) && others.length === 0) return normalised(only);
    return value.map((item: Json) => normalised(item));
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(entries.map(([key, item]) => [key, normalised(item)]));
}
