import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstLacking } from "../../terraform/capabilities.ts";
import type { Emulator } from "../../terraform/emulator.ts";
import { startEmulator } from "../../terraform/emulator.ts";
import type { Terraform } from "../../terraform/terraform.ts";
import { openTerraform } from "../../terraform/terraform.ts";
import { LEFT_OUT } from "../emulated/left-out.ts";
import type { Outcome } from "./left-out/answers.ts";
import { answers } from "./left-out/answers.ts";

const lacking = await firstLacking(["terraform", "moto", "awsprovider"]);
const MINUTES = 60_000;
/** What the emulator has carried all along: without it, a broken emulator would prove the whole list. */
const CARRIED = "aws_sns_topic";

const TAKE_OFF =
  "the emulator carries it by now: take it off the list in tools/infra/emulated/left-out.ts";
const listed = Object.entries(LEFT_OUT);

describe("the list of what a rehearsal leaves out", () => {
  it("has a specimen of each of its types, and of no other but one that is carried", async () => {
    const text = await readFile(join(import.meta.dirname, "left-out", "specimens.tf"), "utf8");
    const types = [...text.matchAll(/^resource "(\w+)" "specimen"/gm)].map(([, type]) => type);
    expect(types.toSorted()).toEqual([...Object.keys(LEFT_OUT), CARRIED].toSorted());
  });
});

describe.skipIf(lacking)(`the emulator${lacking ? ` [needs ${lacking}]` : ""}`, () => {
  let terraform: Terraform;
  let emulator: Emulator;
  let outcomes: Record<string, Outcome>;

  beforeAll(async () => {
    terraform = await openTerraform();
    emulator = await startEmulator();
    outcomes = await answers([...Object.keys(LEFT_OUT), CARRIED], { terraform, emulator });
  }, 15 * MINUTES);

  afterAll(async () => {
    await emulator?.stop();
    await terraform?.close();
  });

  it.each(listed)("does not carry %s, as the list says", (type, { failsOn }) => {
    expect(outcomes[type], TAKE_OFF).not.toBe("is carried");
    expect(outcomes[type]).toBe(`fails on ${failsOn}`);
  });

  it("carries what is not on the list", () => {
    expect(outcomes[CARRIED]).toBe("is carried");
  });
});
