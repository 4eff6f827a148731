import type { networking } from "../modules/networking/index.ts";
import type { s3 } from "../modules/s3/index.ts";
import type { HclModule } from "../terraform/hcl-module.ts";
import type { ModuleDefinition, ValuesOf } from "../terraform/module-definition.ts";

/** What names are made of, as references to the stack's variables. */
export interface Project {
  readonly project_name: string;
  readonly environment: string;
}

type CallOf<Definition> =
  Definition extends ModuleDefinition<infer In, infer Out> ? HclModule<In, Out> : never;

/** References to what a module says about itself. */
export type OutputsOf<Definition> =
  Definition extends ModuleDefinition<infer _In, infer Out> ? ValuesOf<Out> : never;

export type Network = CallOf<typeof networking>;
export type Uploads = CallOf<typeof s3>;
