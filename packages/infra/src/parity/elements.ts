import type { Json, JsonObject } from "../terraform/configuration.ts";
import { isObject } from "../terraform/configuration.ts";
import { merged } from "./merged.ts";
import type { Project } from "./project.ts";

/** The parts of a configuration, each a block with arguments, by their addresses. */
export type Elements = ReadonlyMap<string, JsonObject>;

/** How many labels a block has before its arguments begin, and what stands before them in an address. */
const KINDS: Readonly<Record<string, { readonly labels: number; readonly prefix: string }>> = {
  resource: { labels: 2, prefix: "" },
  data: { labels: 2, prefix: "data." },
  variable: { labels: 1, prefix: "var." },
  output: { labels: 1, prefix: "output." },
  module: { labels: 1, prefix: "module." },
  provider: { labels: 1, prefix: "provider." },
};

/** Every element of a project. What has no address in Terraform gets one that says where it stands. */
export function elementsOf({ root, modules }: Project): Elements {
  const all: [string, JsonObject][] = [...elementsIn(root, "")];
  for (const [module, body] of Object.entries(modules)) all.push(...elementsIn(body, `${module}.`));
  return new Map(all);
}

function* elementsIn(configuration: JsonObject, module: string): Generator<[string, JsonObject]> {
  for (const [kind, blocks] of Object.entries(configuration)) {
    const { labels, prefix } = KINDS[kind] ?? { labels: 0, prefix: kind };
    if (kind === "terraform") yield* terraformElements(blocks, module);
    else yield* labelled(blocks, labels, `${module}${prefix}`);
  }
}

function* labelled(blocks: Json, labels: number, address: string): Generator<[string, JsonObject]> {
  if (labels === 0 || !isObject(blocks)) {
    if (isSeveral(blocks)) for (const block of blocks) yield [aliased(address, block), block];
    else yield [address, asObject(blocks)];
    return;
  }
  for (const [label, inside] of Object.entries(blocks)) {
    yield* labelled(inside, labels - 1, `${address}${label}${labels > 1 ? "." : ""}`);
  }
}

/** A provider that is configured more than once, each time but one under an alias. */
const isSeveral = (blocks: Json): blocks is readonly JsonObject[] =>
  Array.isArray(blocks) && blocks.some((block) => isObject(block) && "alias" in block);

const aliased = (address: string, { alias }: JsonObject): string =>
  typeof alias === "string" ? `${address}.${alias}` : address;

/** The settings of Terraform itself, each an element; there may be several blocks of them. */
function* terraformElements(block: Json, module: string): Generator<[string, JsonObject]> {
  const several = Array.isArray(block) ? (block as readonly JsonObject[]) : [asObject(block)];
  for (const [name, value] of Object.entries(several.reduce(merged, {}))) {
    const address = `${module}terraform.${name}`;
    if (name === "required_providers" || name === "backend") {
      yield* labelled(value, 1, `${address}.`);
    } else yield [address, asObject(value)];
  }
}

/** A value on its own as the arguments of a block; a `null` or a lone list keeps its value. */
const asObject = (value: Json): JsonObject => (isObject(value) ? value : { value });
