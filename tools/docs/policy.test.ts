import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readSettings } from "../../packages/infra/src/config/settings.ts";
import { Inventory } from "../../packages/infra/src/inventory/inventory.ts";
import { readProject } from "../../packages/infra/src/parity/read-project.ts";
import { policyTable } from "../../packages/infra/src/policy/table.ts";
import { STACKS } from "../../packages/infra/src/stacks/names.ts";
import { synthesize } from "../../packages/infra/src/synth.ts";
import { stackFolder } from "../infra/synthesize.ts";
import { ROOT } from "../shared/root.ts";

/** All stacks are synthesized, on a machine that may be busy with other tests. */
const PATIENT_MS = 60_000;

it(
  "docs/policy.md says how every well-known check stands, as the code has it",
  async () => {
    const out = mkdtempSync(join(tmpdir(), "policy-"));
    onTestFinished(() => rmSync(out, { recursive: true, force: true }));
    synthesize(readSettings({}, "infra.json"), join(out, "all"));
    const asked = STACKS.filter((stack) => stack !== "dev");
    const all = asked.map(async (stack) => {
      const project = await readProject(stackFolder(join(out, "all"), stack));
      return [stack, Inventory.of(project)] as const;
    });
    const table = policyTable(Object.fromEntries(await Promise.all(all)));
    expect(table).not.toContain("**fails**");
    expect(readFileSync(join(ROOT, "docs/policy.md"), "utf8")).toContain(table);
  },
  PATIENT_MS,
);
