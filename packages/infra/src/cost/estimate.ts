import type { Instance } from "../inventory/instance.ts";
import type { Inventory } from "../inventory/inventory.ts";
import { withoutIndex } from "../inventory/value.ts";
import type { Usage } from "./assumptions.ts";
import { FREE } from "./free.ts";
import type { Line, Span } from "./line.ts";
import { always, sum, times } from "./line.ts";
import { PRICES } from "./price-list.ts";
import type { Charge, Pricers } from "./pricer.ts";
import { CONTAINERS } from "./pricers/containers.ts";
import { DATA_STORES } from "./pricers/data-stores.ts";
import { NETWORK } from "./pricers/network.ts";
import { OPERATIONS } from "./pricers/operations.ts";

const PRICERS: Pricers = { ...CONTAINERS, ...DATA_STORES, ...NETWORK, ...OPERATIONS };

/** A resource that has a price which is not known here. */
export interface Unpriced {
  readonly address: string;
  readonly why: string;
}

/** What a stack costs a month, in US dollars. */
export interface Estimate {
  readonly lines: readonly Line[];
  readonly unpriced: readonly Unpriced[];
  /** Addresses of resources that cost nothing. */
  readonly free: readonly string[];
  readonly total: Span;
}

/** US dollars a month. */
export const costOf = ({ quantity, hours = 1, price }: Line): Span =>
  times(quantity, hours * PRICES[price].usd);

/**
 * Estimates what a stack costs a month from what it makes, at list prices: at its least, where everything that
 * scales is at its minimum all month, and at its most.
 */
export function estimate(inventory: Inventory, usage: Usage): Estimate {
  const lines = new Map<string, Line>();
  const unpriced = new Map<string, Unpriced>();
  const free = new Set<string>();
  for (const instance of inventory.instances) {
    const address = withoutIndex(instance.address);
    const charges = chargesFor(instance, inventory, usage);
    if (typeof charges === "string") unpriced.set(address, { address, why: charges });
    else if (charges.length === 0) free.add(address);
    else for (const charge of charges) add(lines, { address, ...charge });
  }
  const all = [...lines.values()];
  const total = all.map(costOf).reduce(sum, always(0));
  return { lines: all, unpriced: [...unpriced.values()], free: [...free], total };
}

function chargesFor(
  instance: Instance,
  inventory: Inventory,
  usage: Usage,
): readonly Charge[] | string {
  const { type, counted } = instance;
  if (type in FREE) return [];
  if (!counted) return "how many of it there will be is known only when it is applied";
  const pricer = PRICERS[type];
  return pricer?.(instance, { inventory, usage }) ?? `there is no price for ${type}`;
}

/** Instances of one resource share a line. */
function add(lines: Map<string, Line>, line: Line): void {
  const key = `${line.address} ${line.what}`;
  const before = lines.get(key);
  lines.set(
    key,
    before === undefined ? line : { ...line, quantity: sum(before.quantity, line.quantity) },
  );
}
