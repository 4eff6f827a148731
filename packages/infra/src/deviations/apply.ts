import { isDeepStrictEqual } from "node:util";
import { InfraError } from "../errors.ts";
import type { Configuration, Json, JsonObject } from "../terraform/configuration.ts";
import { isObject } from "../terraform/configuration.ts";
import type { Deviation } from "./deviation.ts";

/**
 * A module's configuration with the deviations from the article that are declared for it.
 *
 * @param module the module's address, such as `module.s3`; empty for the root
 * @throws InfraError when the article has no such resource, or not the value that the declaration says
 */
export function applyDeviations(
  configuration: Configuration,
  module: string,
  deviations: readonly Deviation[],
): Configuration {
  let changed = configuration as unknown as JsonObject;
  for (const deviation of deviations) {
    const path = pathOf(deviation.address, module);
    if (path === undefined) continue;
    changed = replaceAt(changed, [...path, ...deviation.argument.split(".")], deviation);
  }
  return changed as unknown as Configuration;
}

/** The keys under which an address is written, or undefined for one of another module. */
function pathOf(address: string, module: string): readonly string[] | undefined {
  const parts = address.split(".");
  const inModule = parts[0] === "module" && parts.length > 2;
  const home = inModule ? parts.slice(0, 2).join(".") : "";
  if (home !== module) return undefined;
  if (!inModule) return parts;
  return ["resource", ...parts.slice(2)];
}

/** A copy in which the argument has our value. A block that is written as a list is entered at each entry. */
function replaceAt(at: JsonObject, path: readonly string[], deviation: Deviation): JsonObject {
  const [key = "", ...rest] = path;
  if (rest.length === 0) {
    refuseOther(at[key], deviation);
    return { ...at, [key]: deviation.ours };
  }
  return { ...at, [key]: enter(at[key], rest, deviation) };
}

function enter(value: Json | undefined, rest: readonly string[], deviation: Deviation): Json {
  if (isObject(value)) return replaceAt(value, rest, deviation);
  if (Array.isArray(value)) return value.map((item: Json) => enter(item, rest, deviation));
  throw new InfraError(
    `A deviation is declared for ${deviation.argument} of ${deviation.address}, which the article does not have. Correct the declaration.`,
  );
}

function refuseOther(value: Json | undefined, { address, argument, article }: Deviation): void {
  if (isDeepStrictEqual(value, article)) return;
  throw new InfraError(
    `A deviation says that the article's ${argument} of ${address} is ${JSON.stringify(article)}, but it is ${JSON.stringify(value)}. Correct the declaration.`,
  );
}
