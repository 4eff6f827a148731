import type { Project } from "../parity/project.ts";
import type { Json, JsonObject } from "../terraform/configuration.ts";
import { isObject } from "../terraform/configuration.ts";
import { format } from "./format.ts";
import { head, printBlock } from "./print-block.ts";
import { printTerraform } from "./print-terraform.ts";
import { printValue } from "./print-value.ts";

/** The text of files by their paths in the project's folder. */
export type Files = Readonly<Record<string, string>>;

/** A project as HCL, in the files where people look for things. */
export function projectFiles({ root, modules, values }: Project): Files {
  const bodies = Object.entries(modules).map(([address, body]) =>
    moduleFiles(body, `modules/${address.slice(address.indexOf(".") + 1)}/`),
  );
  const lines = Object.entries(values).map(([name, value]) => `${name} = ${printValue(value)}`);
  return {
    ...moduleFiles(root, ""),
    ...(lines.length === 0 ? {} : { "terraform.tfvars": file(lines.join("\n")) }),
    ...Object.assign({}, ...bodies),
  };
}

const file = (text: string): string => `${format(text)}\n`;

/** One module's files; one without content is not there, but for `main.tf`. */
function moduleFiles(body: JsonObject, folder: string): Files {
  const main = [
    ...printTerraform(body["terraform"]),
    ...entries(body["provider"]).flatMap(([name, config]) => printProviders(name, config)),
    ...twice(body["data"]).map(([type, name, data]) => printBlock(head("data", type, name), data)),
    ...entries(body["module"]).map(([name, call]) =>
      printBlock(head("module", name), asObject(call), { objectsAreValues: true }),
    ),
    ...twice(body["resource"]).map(([type, name, resource]) =>
      printBlock(head("resource", type, name), resource),
    ),
  ];
  const variables = entries(body["variable"]).map(([name, variable]) =>
    printBlock(head("variable", name), asObject(variable), { references: ["type"] }),
  );
  const outputs = entries(body["output"]).map(([name, output]) =>
    printBlock(head("output", name), asObject(output), { objectsAreValues: true }),
  );
  const files = { "main.tf": main, "variables.tf": variables, "outputs.tf": outputs };
  return Object.fromEntries(
    Object.entries(files)
      .filter(([name, blocks]) => blocks.length > 0 || name === "main.tf")
      .map(([name, blocks]) => [
        folder + name,
        blocks.length === 0 ? "" : file(blocks.join("\n\n")),
      ]),
  );
}

const asObject = (value: Json): JsonObject => (isObject(value) ? value : {});

const entries = (value: Json | undefined): [string, Json][] =>
  Object.entries(asObject(value ?? {}));

/** The blocks below a type and a name. */
const twice = (value: Json | undefined): [type: string, name: string, block: JsonObject][] =>
  entries(value).flatMap(([type, named]) =>
    entries(named).map(([name, block]): [string, string, JsonObject] => [
      type,
      name,
      asObject(block),
    ]),
  );

function printProviders(name: string, config: Json): readonly string[] {
  const several = Array.isArray(config) ? (config as readonly Json[]) : [config];
  return several.map((one) => printBlock(head("provider", name), asObject(one)));
}
