import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../../shared/root.ts";
import { firstLacking } from "../../terraform/capabilities.ts";
import type { Emulator } from "../../terraform/emulator.ts";
import { startEmulator } from "../../terraform/emulator.ts";
import type { Terraform } from "../../terraform/terraform.ts";
import { openTerraform } from "../../terraform/terraform.ts";
import { declaredFor } from "../declared.ts";
import type { Finding } from "../plan-parity/finding.ts";
import { isGood } from "../plan-parity/finding.ts";
import { twin } from "../plan-parity/folders.ts";
import type { Planned } from "../plan-parity/judge.ts";
import { judge } from "../plan-parity/judge.ts";
import type { Sides } from "../plan-parity/prove.ts";
import { apply, applyArticles, inArticles, planOver, prepareSides } from "../plan-parity/prove.ts";

const lacking = await firstLacking(["terraform", "moto", "awsprovider"]);
const needs = lacking ? ` [needs ${lacking}]` : "";
const REFERENCE = join(ROOT, "packages", "infra", "reference");
const MINUTES = 60_000;
const CORS = "module.s3.aws_s3_bucket_cors_configuration.uploads";

const kinds = (findings: readonly Finding[], kind: Finding["kind"]) =>
  findings.filter((finding) => finding.kind === kind).map(({ address }) => address);

describe.skipIf(lacking)(`the reference and the synthesized stacks${needs}`, () => {
  let below: string;
  let terraform: Terraform;
  let emulators: readonly [Emulator, Emulator, Emulator];
  let dev: Sides;
  let otherDev: Sides;
  let prod: Sides;

  /** Three applies at once, each in an account of its own: most of their time is the emulator's waiting. */
  beforeAll(async () => {
    below = await mkdtemp(join(tmpdir(), "plan-parity-"));
    terraform = await openTerraform();
    emulators = await Promise.all([startEmulator(), startEmulator(), startEmulator()]);
    dev = await prepareSides(join(below, "dev"), "dev", REFERENCE, { terraform });
    prod = await prepareSides(join(below, "prod"), "prod", REFERENCE, { terraform });
    otherDev = { ours: join(below, "ours"), theirs: join(below, "theirs") };
    await Promise.all([twin(dev.ours, otherDev.ours), twin(dev.theirs, otherDev.theirs)]);
    await Promise.all([
      apply(dev.theirs, emulators[0], { terraform }),
      applyArticles(otherDev.ours, emulators[1], { terraform }),
      apply(prod.theirs, emulators[2], { terraform }),
    ]);
  }, 15 * MINUTES);

  afterAll(async () => {
    await Promise.all((emulators ?? []).map((emulator) => emulator.stop()));
    await terraform?.close();
    if (below) await rm(below, { recursive: true, force: true });
  }, 5 * MINUTES);

  async function findings(
    planned: Planned,
    { ours, theirs }: Sides,
    emulator: Emulator,
    environment: "dev" | "prod" = "dev",
  ) {
    const [stateOf, folder] = planned === "ours" ? [theirs, ours] : [ours, theirs];
    const plan = await planOver(stateOf, folder, emulator, { terraform });
    const declared = declaredFor(environment);
    return judge(plan, planned, planned === "ours" ? declared : inArticles(declared));
  }

  it(
    "leave the same state: dev planned over what the reference left changes nothing",
    async () => {
      const found = await findings("ours", dev, emulators[0]);
      expect(found.filter((finding) => !isGood(finding))).toEqual([]);
      expect(kinds(found, "unchanged")).toHaveLength(36);
      expect(kinds(found, "addition").length).toBeGreaterThan(declaredFor("dev").additions.length);
    },
    15 * MINUTES,
  );

  it(
    "leave the same state: the reference planned over what dev left takes additions away",
    async () => {
      const found = await findings("theirs", otherDev, emulators[1]);
      expect(found.filter((finding) => !isGood(finding))).toEqual([]);
      expect(kinds(found, "unchanged")).toHaveLength(36);
      expect(kinds(found, "addition")).toEqual([...inArticles(declaredFor("dev")).additions]);
    },
    15 * MINUTES,
  );

  it(
    "differ in prod by exactly what is declared",
    async () => {
      const found = await findings("ours", prod, emulators[2], "prod");
      expect(found.filter((finding) => !isGood(finding))).toEqual([]);
      const declared = declaredFor("prod").deviations.map(({ address }) => address);
      const deviating = kinds(found, "deviates").map((address) => address.replace(/\[\d+\]$/, ""));
      expect([...new Set(deviating)].sort()).toEqual([...new Set(declared)].sort());
    },
    15 * MINUTES,
  );

  it(
    "are told apart by one changed argument, which is named with both values",
    async () => {
      const planted = { theirs: dev.theirs, ours: join(below, "planted") };
      await twin(dev.ours, planted.ours);
      const file = join(planted.ours, "modules", "s3", "main.tf.json");
      const text = await readFile(file, "utf8");
      expect(text).toContain('"max_age_seconds": 3000');
      await writeFile(file, text.replace('"max_age_seconds": 3000', '"max_age_seconds": 3001'));

      const found = await findings("ours", planted, emulators[0]);
      const differences = [{ argument: "cors_rule[0].max_age_seconds", article: 3000, ours: 3001 }];
      expect(found.filter((finding) => !isGood(finding))).toEqual([
        { kind: "differs", address: CORS, differences },
      ]);
    },
    15 * MINUTES,
  );
});
