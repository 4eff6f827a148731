import { TerraformElement } from "cdktf";
import type { IConstruct } from "constructs";
import { InfraError } from "../errors.ts";
import { addressOf, isAddressed, nameIn } from "./address.ts";

/**
 * Refuses what CDKTF lets pass without a word: two elements that would be written under one address, of
 * which one would vanish, and an `overrideLogicalId` that came too late to have an effect, or moves an
 * address away from the construct's id.
 *
 * @throws InfraError
 */
export function checkNames(stack: IConstruct): void {
  const paths = new Map<string, string>();
  for (const element of stack.node.findAll()) {
    if (!TerraformElement.isTerraformElement(element) || !isAddressed(element)) continue;
    const address = addressOf(element);
    refuseOverride(element, address);
    const other = paths.get(address);
    if (other !== undefined) {
      throw new InfraError(
        `"${other}" and "${element.node.path}" would both be written as ${address}, and one would vanish. Rename one of them.`,
      );
    }
    paths.set(address, element.node.path);
  }
}

function refuseOverride(element: TerraformElement, address: string): void {
  // What overrideLogicalId left behind: where an id was read before, CDKTF goes on with the name it had.
  const wanted = Reflect.get(element, "_logicalIdOverride") as string | undefined;
  if (wanted === undefined || wanted === nameIn(address)) return;
  throw new InfraError(
    `overrideLogicalId("${wanted}") was called on ${address}. The id of a construct is its address: change the id instead.`,
  );
}
