import type { Instance } from "../inventory/instance.ts";
import { Inventory } from "../inventory/inventory.ts";
import type { Value, Values } from "../inventory/value.ts";
import { isUnknown, isValues, textOf } from "../inventory/value.ts";
import type { Finding } from "./check.ts";

/** What is read of `terraform show -json` of a plan. */
export interface Plan {
  readonly resource_changes?: readonly PlannedChange[];
}

interface PlannedChange {
  readonly address: string;
  readonly mode: "managed" | "data";
  readonly change: { readonly after: Values | null };
}

/**
 * A stack's inventory with what a plan knows beyond what is written: the provider's defaults, and what data
 * sources found. References stay, as a plan has none.
 */
export function withPlan(inventory: Inventory, plan: Plan): Inventory {
  const planned = new Map(
    (plan.resource_changes ?? []).map(({ address, change }) => [address, change.after]),
  );
  return new Inventory(
    inventory.instances.map((instance): Instance => {
      const after = planned.get(instance.address);
      return after ? { ...instance, args: overlay(instance.args, after) } : instance;
    }),
  );
}

/** What is written, under what is known. What is a reference stays one, and so does a document that was read. */
const overlay = (written: Values, known: Values): Values => ({
  ...known,
  ...Object.fromEntries(
    Object.entries(written).filter(([name, value]) => known[name] === undefined || refers(value)),
  ),
});

function refers(value: Value): boolean {
  if (isUnknown(value)) return true;
  if (Array.isArray(value)) return value.some((item: Value) => refers(item));
  return isValues(value);
}

/** What looks like a secret of a service we use: a key of Google, OpenAI or AWS, or a private key. */
export const SECRET =
  /AIza[\w-]{30,}|\bsk-[\w-]{20,}|\b(AKIA|ASIA)[A-Z0-9]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----/u;

/** Resources whose planned values have something in them that looks like a secret. */
export const secretsIn = (plan: Plan): readonly Finding[] =>
  (plan.resource_changes ?? [])
    .filter(({ change }) => SECRET.test(textOf(change.after)))
    .map(({ address }) => ({
      check: "no-secret-in-a-plan",
      address,
      says: "nothing that looks like a key of Google, OpenAI or AWS is in a plan",
    }));
