import type { Inventory } from "../inventory/inventory.ts";
import type { Check } from "./check.ts";
import { findingsIn } from "./check.ts";
import { CHECKS } from "./checks.ts";
import { judge } from "./waiver.ts";
import { WAIVERS } from "./waivers.ts";
import { WELL_KNOWN } from "./well-known.ts";

/** A stack and what is in it. */
type Stacks = Readonly<Record<string, Inventory>>;

/** The reasons of waivers, numbered in the order in which they are asked for. */
interface Reasons {
  readonly all: readonly string[];
  number(reason: string): number;
}

/**
 * Markdown: of every well-known check whether each stack meets it, and the reason where it is waived.
 *
 * @param stacks those that are asked everything
 */
export function policyTable(stacks: Stacks): string {
  const reasons = numbered();
  const checks = Object.values(WELL_KNOWN)
    .flat()
    .flatMap((id) => CHECKS.filter((check) => check.id === id));
  const rows = checks.map((check) => {
    const cells = Object.entries(stacks).map(([stack, all]) => cell(check, stack, all, reasons));
    return [`\`${check.id}\``, check.says, ...cells];
  });
  const head = ["check", "it is required that", ...Object.keys(stacks)];
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(head),
    `|${"---|".repeat(head.length)}`,
    ...rows.map(line),
    "",
    ...reasons.all.map((reason, at) => `${at + 1}. ${reason}`),
    "",
  ].join("\n");
}

function cell(check: Check, stack: string, inventory: Inventory, reasons: Reasons): string {
  if (inventory.ofType(...check.types).length === 0) return "";
  const { open, waived } = judge(
    stack,
    findingsIn(inventory, [check], { hardened: true }),
    WAIVERS,
  );
  if (open.length > 0) return "**fails**";
  const numbers = new Set(waived.map(({ reason }) => reasons.number(reason)));
  return numbers.size === 0 ? "met" : `waived (${[...numbers].join(", ")})`;
}

function numbered(): Reasons {
  const all: string[] = [];
  return {
    all,
    number(reason) {
      if (!all.includes(reason)) all.push(reason);
      return all.indexOf(reason) + 1;
    },
  };
}
