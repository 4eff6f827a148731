import type { Instance } from "../inventory/instance.ts";
import type { Inventory } from "../inventory/inventory.ts";
import type { Usage } from "./assumptions.ts";
import type { Line } from "./line.ts";

/** Where a resource stands, and what is assumed of its use. */
export interface Surroundings {
  readonly inventory: Inventory;
  readonly usage: Usage;
}

/** What is charged for a resource, without its address. */
export type Charge = Omit<Line, "address">;

/** Says what a resource is charged for; a sentence where that cannot be told. */
export type Pricer = (instance: Instance, surroundings: Surroundings) => readonly Charge[] | string;

export type Pricers = Readonly<Record<string, Pricer>>;
