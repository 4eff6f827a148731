import type { TerraformResource } from "cdktf";
import { Token } from "cdktf";
import { addressOf } from "./address.ts";

/**
 * An attribute of the instance of a counted resource that belongs to this instance of another counted one:
 * `aws_subnet.public[count.index].id`. CDKTF's own `subnet.id` would leave the index out.
 */
export const sameIndex = (resource: TerraformResource, attribute: string): string =>
  `\${${addressOf(resource)}[count.index].${attribute}}`;

/** An attribute of every instance of a counted resource: `aws_subnet.public[*].id`. */
export const everyInstance = (resource: TerraformResource, attribute: string): string[] =>
  Token.asList(`\${${addressOf(resource)}[*].${attribute}}`);

/** As many instances as another counted resource has: `length(aws_subnet.public)`. For `count`. */
export const countOf = (resource: TerraformResource): number =>
  expressionAsNumber(`length(${addressOf(resource)})`);

/** As many instances as a list has entries. For `count`. */
export const lengthOf = (list: string): number => expressionAsNumber(`length(${list})`);

const expressionAsNumber = (expression: string): number => Token.asNumber(`\${${expression}}`);
