import { blocks, entries } from "../inventory/arguments.ts";
import { decoded } from "../inventory/document.ts";
import type { Value, Values } from "../inventory/value.ts";
import { isValues, textOf } from "../inventory/value.ts";

/** The statements of an IAM policy that allow something. */
export function allowing(document: Value | undefined): readonly Values[] {
  const policy = decoded(document);
  if (!isValues(policy)) return [];
  return blocks(policy, "Statement").filter((statement) => statement["Effect"] === "Allow");
}

/** The texts of an element of a statement, which may be one or a list. */
export const textsOf = (statement: Values, element: string): readonly string[] =>
  entries(statement, element).map(textOf);
