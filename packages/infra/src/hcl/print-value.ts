import { parseTemplate } from "../expressions/parse.ts";
import { printKey, printList, printObject, printTemplate } from "../expressions/print.ts";
import type { Json } from "../terraform/configuration.ts";
import { isObject } from "../terraform/configuration.ts";

/** A value of Terraform's JSON as HCL writes it: `"${x}"` is `x`. */
export function printValue(value: Json): string {
  if (typeof value === "string") return printTemplate(parseTemplate(value));
  if (Array.isArray(value)) return printList(value.map((item: Json) => printValue(item)));
  if (!isObject(value)) return String(value);
  return printObject(Object.entries(value).map(([key, item]) => [printKey(key), printValue(item)]));
}

/** A reference, or several, of an argument that takes no other values: `depends_on`, `providers`, a variable's `type`. */
export function printReference(value: Json): string {
  if (Array.isArray(value)) return printList(value.map((item: Json) => printReference(item)));
  if (isObject(value)) {
    return printObject(
      Object.entries(value).map(([key, item]) => [printKey(key), printReference(item)]),
    );
  }
  return String(value).replace(/^\$\{(.*)\}$/su, "$1");
}
