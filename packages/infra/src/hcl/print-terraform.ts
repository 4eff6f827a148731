import type { Json, JsonObject } from "../terraform/configuration.ts";
import { isObject } from "../terraform/configuration.ts";
import { head, printBlock } from "./print-block.ts";
import { printValue } from "./print-value.ts";

/** The block of Terraform's own settings: versions, providers, backend. Empty where there are none. */
export function printTerraform(settings: Json | undefined): readonly string[] {
  if (!isObject(settings)) return [];
  const { required_providers: providers, backend, ...rest } = settings;
  const parts = [
    ...Object.entries(rest).map(([name, value]) => `${name} = ${printValue(value)}`),
    ...(isObject(providers)
      ? [printBlock("required_providers", providers, { objectsAreValues: true })]
      : []),
    ...backends(backend),
  ];
  return [`terraform {\n${parts.join("\n\n")}\n}`];
}

const backends = (backend: Json | undefined): readonly string[] =>
  Object.entries(isObject(backend) ? backend : {}).map(([type, config]) =>
    printBlock(head("backend", type), config as JsonObject),
  );
