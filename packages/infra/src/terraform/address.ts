import type { TerraformElement } from "cdktf";
import {
  TerraformDataSource,
  TerraformModule,
  TerraformOutput,
  TerraformResource,
  TerraformVariable,
} from "cdktf";
import { InfraError } from "../errors.ts";

const NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/u;

/** The first part of an element's address, or undefined for what has no address: backends, providers. */
function prefixOf(element: TerraformElement): string | undefined {
  if (TerraformResource.isTerraformResource(element)) return element.terraformResourceType;
  if (TerraformDataSource.isTerraformDataSource(element)) {
    return `data.${element.terraformResourceType}`;
  }
  if (element instanceof TerraformVariable) return "var";
  if (element instanceof TerraformOutput) return "output";
  if (element instanceof TerraformModule) return "module";
  return undefined;
}

/** The name in an address: `main` of `aws_vpc.main`. */
export function nameIn(address: string): string {
  return address.slice(address.lastIndexOf(".") + 1);
}

/**
 * The address that an element has within its module. By our convention it is the id of the construct,
 * so it is known, and the same, from the first moment on.
 *
 * @throws InfraError when the id is not an address of this kind of element
 */
export function addressOf(element: TerraformElement): string {
  const { id } = element.node;
  const prefix = prefixOf(element);
  if (prefix === undefined) return id;
  const name = id.startsWith(`${prefix}.`) ? id.slice(prefix.length + 1) : "";
  if (NAME.test(name)) return id;
  throw new InfraError(
    `"${element.node.path}" is not an address in HCL: give the construct the id "${prefix}.<name>", such as "${prefix}.main".`,
  );
}

/** Whether an element is written under an address at all. */
export const isAddressed = (element: TerraformElement): boolean => prefixOf(element) !== undefined;
