import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readSettings } from "../config/settings.ts";
import { Inventory } from "../inventory/inventory.ts";
import { readProject } from "../parity/read-project.ts";
import { synthesize } from "../synth.ts";
import type { Finding } from "./check.ts";
import { findingsIn } from "./check.ts";
import { CHECKS } from "./checks.ts";
import { judge, needless } from "./waiver.ts";
import { WAIVERS } from "./waivers.ts";

const STACKS = ["state-backend", "dev", "staging", "prod"];
const folder = mkdtempSync(join(tmpdir(), "policy-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the checks find in every stack, under these settings of an owner. */
async function findings(name: string, owner: object): Promise<Record<string, readonly Finding[]>> {
  const out = join(folder, name);
  synthesize(readSettings(owner, "infra.json"), out);
  const found = STACKS.map(async (stack) => {
    const inventory = Inventory.of(await readProject(join(out, "stacks", stack)));
    return [stack, findingsIn(inventory, CHECKS, { hardened: stack !== "dev" })] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

const plain = await findings("plain", {});
const domain = { domainName: "captions.example.com", hostedZoneId: "Z0123456789" };
const withDomain = await findings("domain", { environments: { prod: domain } });

describe("what we deploy", () => {
  it.each(STACKS)("holds to every check, or says why not: %s", (stack) => {
    expect(judge(stack, plain[stack] ?? [], WAIVERS).open).toEqual([]);
  });

  it("holds with a domain, too", () => {
    expect(judge("prod", withDomain["prod"] ?? [], WAIVERS).open).toEqual([]);
  });

  it.each(["CKV_AWS_2", "CKV2_AWS_20", "CKV_AWS_174", "CKV2_AWS_42", "encrypted-to-the-origin"])(
    "needs no excuse for %s once it has a domain",
    (id) => {
      expect(withDomain["prod"]?.filter(({ check }) => check === id)).toEqual([]);
    },
  );

  it("has no excuse that nothing needs any more", () => {
    expect(needless(plain, WAIVERS)).toEqual([]);
  });
});
