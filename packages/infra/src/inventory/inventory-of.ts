import type { Json, JsonObject } from "../terraform/configuration.ts";
import { Inventory } from "./inventory.ts";

/**
 * The inventory of a stack that is nothing but these resources, by their addresses: to try out what looks at
 * inventories.
 */
export function inventoryOf(resources: Readonly<Record<string, JsonObject>>): Inventory {
  const resource: Record<string, Record<string, Json>> = {};
  for (const [address, args] of Object.entries(resources)) {
    const [type = "", name = ""] = address.split(".");
    resource[type] = { ...resource[type], [name]: args };
  }
  return Inventory.of({ root: { resource }, modules: {}, values: {} });
}
