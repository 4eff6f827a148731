import type { HclStack } from "./hcl-stack.ts";

/** The types of a variable that modules here take, and the TypeScript types of what is passed. */
interface Types {
  readonly string: string;
  readonly "list(string)": readonly string[];
}

/** A module's variable or output. Outputs are not typed in HCL; there the type is for TypeScript alone. */
export interface Field {
  readonly type: keyof Types;
  readonly description: string;
}

export type Fields = Readonly<Record<string, Field>>;

/** What is passed for fields: each a value, or a reference to one that Terraform will know. */
export type ValuesOf<F extends Fields> = { readonly [Name in keyof F]: Types[F[Name]["type"]] };

/** A Terraform module: its variables, its outputs, and the resources between them. */
export interface ModuleDefinition<In extends Fields, Out extends Fields> {
  /** The folder below `modules/`. */
  readonly name: string;
  readonly inputs: In;
  readonly outputs: Out;
  /** Makes the resources in `scope`. Inputs are references to the module's variables. */
  body(scope: HclStack, inputs: ValuesOf<In>): ValuesOf<Out>;
}

/** Keeps the types of a definition as narrow as they are written. */
export const defineModule = <const In extends Fields, const Out extends Fields>(
  definition: ModuleDefinition<In, Out>,
): ModuleDefinition<In, Out> => definition;
