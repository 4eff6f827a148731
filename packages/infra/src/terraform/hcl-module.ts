import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ITerraformDependable } from "cdktf";
import { ref, TerraformModule, Token } from "cdktf";
import { addCustomSynthesis } from "cdktf/lib/synthesize/synthesizer.js";
import type { Construct } from "constructs";
import { InfraError } from "../errors.ts";
import { withoutComments } from "./configuration.ts";
import type { HclStack, Patch } from "./hcl-stack.ts";
import { moduleBody } from "./module-body.ts";
import type { Fields, ModuleDefinition, ValuesOf } from "./module-definition.ts";

export interface HclModuleProps<In extends Fields> {
  readonly inputs: ValuesOf<In>;
  readonly dependsOn?: readonly ITerraformDependable[];
  /** How many instances: a number, or an expression such as `${var.enabled ? 1 : 0}`. @default one, without an index */
  readonly count?: number | string;
  /** Changes the module's configuration before it is written. */
  readonly patch?: Patch;
}

/**
 * A call of a local module, with the module. It is written as HCL would have it, the call into the stack's
 * `cdk.tf.json` and the body beside it into `modules/<name>/main.tf.json`, so that addresses read
 * `module.networking.aws_subnet.public[0]`.
 */
export class HclModule<In extends Fields, Out extends Fields> extends TerraformModule {
  readonly #definition: ModuleDefinition<In, Out>;
  readonly #inputs: ValuesOf<In>;
  readonly #count: number | string | undefined;
  readonly #body: HclStack;

  /** @param id the call's address, `module.<name>` */
  constructor(
    scope: Construct,
    id: `module.${string}`,
    definition: ModuleDefinition<In, Out>,
    props: HclModuleProps<In>,
  ) {
    super(scope, id, {
      source: `./modules/${definition.name}`,
      // Otherwise CDKTF copies the folder into an asset, and the source is no longer what HCL says.
      skipAssetCreationFromLocalModules: true,
      ...(props.dependsOn === undefined ? {} : { dependsOn: [...props.dependsOn] }),
    });
    this.#definition = definition;
    this.#inputs = props.inputs;
    this.#count = props.count;
    this.#body = moduleBody(definition, props.patch);
    if (props.count !== undefined) this.addOverride("count", props.count);
    addCustomSynthesis(this, {
      onSynthesize: ({ outdir, manifest }) =>
        this.#write(join(outdir, manifest.forStack(this.cdktfStack).workingDirectory)),
    });
  }

  /** References to the module's outputs. @throws InfraError for a module with `count`, which has instances */
  get outputs(): ValuesOf<Out> {
    if (this.#count !== undefined) {
      throw new InfraError(
        `${this.node.id} has a count: say which instance's outputs are meant, such as instance(0).`,
      );
    }
    return this.#outputsAt("");
  }

  /** References to the outputs of one instance of a module with `count`. */
  instance(index: number | string): ValuesOf<Out> {
    return this.#outputsAt(`[${index}]`);
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.#inputs };
  }

  #outputsAt(index: string): ValuesOf<Out> {
    const entries = Object.entries(this.#definition.outputs).map(([name, { type }]) => {
      // A token, and not the text of one, which Fn.jsonencode and its like would escape.
      const reference = ref(`${this.node.id}${index}.${name}`, this.cdktfStack);
      return [name, type === "string" ? Token.asString(reference) : Token.asList(reference)];
    });
    return Object.fromEntries(entries) as ValuesOf<Out>;
  }

  #write(stackFolder: string): void {
    this.#refuseNamesake();
    const file = join(stackFolder, "modules", this.#definition.name, "main.tf.json");
    mkdirSync(dirname(file), { recursive: true });
    const configuration = withoutComments(this.#body.toTerraform());
    writeFileSync(file, `${JSON.stringify(configuration, null, 2)}\n`);
  }

  /** Two calls may share a module, but not two modules a folder. */
  #refuseNamesake(): void {
    const { name } = this.#definition;
    for (const other of this.cdktfStack.node.findAll()) {
      if (!(other instanceof HclModule) || other.#definition.name !== name) continue;
      if (other.#definition === this.#definition) continue;
      throw new InfraError(
        `${this.node.id} and ${other.node.id} call different modules that are both named "${name}". Rename one of them.`,
      );
    }
  }
}
