import type { Instance } from "../inventory/instance.ts";
import type { Inventory } from "../inventory/inventory.ts";
import type { Values } from "../inventory/value.ts";

/** Where a resource stands that is checked. */
export interface Place {
  readonly instance: Instance;
  readonly inventory: Inventory;
}

/** Something that has to hold for every resource of some types. */
export interface Check {
  /** The id of the check that many tools know (`CKV_AWS_2`), or a name of our own where there is none. */
  readonly id: string;
  /** What has to hold, as the end of "It is required that". */
  readonly says: string;
  readonly types: readonly string[];
  /** Whether it is asked of environments alone that are hardened. @default false */
  readonly hardened?: boolean;
  holds(args: Values, place: Place): boolean;
}

/** A resource for which something does not hold that has to. */
export interface Finding {
  readonly check: string;
  readonly address: string;
  readonly says: string;
}

/** What does not hold in a stack. */
export function findingsIn(
  inventory: Inventory,
  checks: readonly Check[],
  { hardened }: { readonly hardened: boolean },
): readonly Finding[] {
  return checks
    .filter((check) => hardened || check.hardened !== true)
    .flatMap((check) =>
      inventory
        .ofType(...check.types)
        .filter((instance) => !check.holds(instance.args, { instance, inventory }))
        .map(({ address }) => ({ check: check.id, address, says: check.says })),
    );
}
