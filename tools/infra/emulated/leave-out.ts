import type { Configuration, Json } from "../../../packages/infra/src/terraform/configuration.ts";
import { isObject } from "../../../packages/infra/src/terraform/configuration.ts";
import { Failure } from "../../shared/failure.ts";
import { LEFT_OUT, STAND_INS } from "./left-out.ts";

export interface Carried {
  readonly configuration: Configuration;
  /** The addresses of the resources left out, within their module. */
  readonly leftOut: readonly string[];
}

/**
 * A module without what the emulator does not carry. Outputs that only those resources could tell get a
 * stand-in; nothing else may refer to them.
 *
 * @param place the module's address, for the sentence about what cannot be left out
 * @throws Failure where something else refers to a resource left out, or an output has no stand-in
 */
export function leaveOut(configuration: Configuration, place: string): Carried {
  const resources = Object.entries(configuration.resource ?? {});
  const isCarried = ([type]: readonly [string, unknown]) => !(type in LEFT_OUT);
  const leftOut = resources
    .filter((each) => !isCarried(each))
    .flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`));
  if (leftOut.length === 0) return { configuration, leftOut };
  const { output, ...rest } = configuration;
  const kept = { ...rest, resource: Object.fromEntries(resources.filter(isCarried)) };
  refuseReferences(kept, leftOut, place);
  const outputs = Object.entries(output ?? {}).map(([name, body]) => {
    const told = refersTo(body, leftOut) === undefined ? body : standIn(body, name, place);
    return [name, told] as const;
  });
  const written = output === undefined ? {} : { output: Object.fromEntries(outputs) };
  return { configuration: { ...kept, ...written }, leftOut };
}

function standIn(body: Readonly<Record<string, Json>>, name: string, place: string) {
  const value = STAND_INS[name];
  if (value !== undefined) return { ...body, value };
  throw new Failure(
    `The output ${name} of ${place} comes from a resource that the emulator does not carry. Say in tools/infra/emulated/left-out.ts what stands for it.`,
  );
}

function refuseReferences(kept: Configuration, leftOut: readonly string[], place: string): void {
  const found = refersTo(kept as Json, leftOut);
  if (found === undefined) return;
  throw new Failure(
    `Something in ${place} refers to ${found}, which the emulator does not carry. Pass it through an output of a module, or leave out what refers to it, too.`,
  );
}

/** The first of `addresses` that a value refers to, however deep. */
function refersTo(value: Json | undefined, addresses: readonly string[]): string | undefined {
  if (typeof value === "string") {
    return addresses.find((address) =>
      new RegExp(String.raw`\b${RegExp.escape(address)}\b`, "u").test(value),
    );
  }
  const inside = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  for (const item of inside) {
    const found = refersTo(item as Json, addresses);
    if (found !== undefined) return found;
  }
  return undefined;
}
