import type { TerraformElement } from "cdktf";
import { TerraformStack } from "cdktf";
import type { Construct, Node } from "constructs";
import { nameIn } from "./address.ts";
import { checkNames } from "./check-names.ts";
import type { Configuration } from "./configuration.ts";

/** What changes a configuration after it was made and before it is written. */
export type Patch = (configuration: Configuration) => Configuration;

/**
 * A configuration in which the id of every construct is its address in HCL: `new Vpc(this, "aws_vpc.main")`
 * is written as `aws_vpc.main`. CDKTF's own naming would append a hash of the path.
 */
export class HclStack extends TerraformStack {
  readonly #patch: Patch;

  /** @param scope the app, or undefined for the body of a module, which is no stack of its own */
  constructor(scope: Construct | undefined, id: string, patch: Patch = (same) => same) {
    // The root of a tree of constructs has no scope; CDKTF's types know only stacks within an app.
    super(scope as Construct, id);
    this.#patch = patch;
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return nameIn("node" in element ? element.node.id : element.id);
  }

  /** @throws InfraError when addresses collide, or are not what the ids say */
  override toTerraform(): Configuration {
    checkNames(this);
    return this.#patch(super.toTerraform() as Configuration);
  }
}
