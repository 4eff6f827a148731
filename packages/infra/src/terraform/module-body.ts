import { TerraformOutput, TerraformVariable } from "cdktf";
import type { Patch } from "./hcl-stack.ts";
import { HclStack } from "./hcl-stack.ts";
import type { Field, Fields, ModuleDefinition, ValuesOf } from "./module-definition.ts";

/**
 * The inside of a module. It is a stack that belongs to no app: references in it stay in it, and nothing
 * but the call's arguments leads in.
 */
export function moduleBody<In extends Fields, Out extends Fields>(
  definition: ModuleDefinition<In, Out>,
  patch?: Patch,
): HclStack {
  const body = new HclStack(undefined, definition.name, patch);
  const inputs = Object.entries(definition.inputs).map(([name, field]) => [
    name,
    variable(body, name, field),
  ]);
  const values = definition.body(body, Object.fromEntries(inputs) as ValuesOf<In>);
  for (const [name, { description }] of Object.entries(definition.outputs)) {
    new TerraformOutput(body, `output.${name}`, { value: values[name], description });
  }
  return body;
}

function variable(body: HclStack, name: string, { type, description }: Field) {
  const made = new TerraformVariable(body, `var.${name}`, { type, description });
  return type === "string" ? made.stringValue : made.listValue;
}
