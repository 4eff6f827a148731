import { describe, expect, it } from "vitest";
import { add, summary } from "./tally.ts";

const SKIPPED = { passed: 3, failed: 0, skipped: ["reads captions [needs chromium]"] };

describe("the summary", () => {
  it("ends with the counts, alone on the last line", () => {
    const { text, failed } = summary({ passed: 12, failed: 2, skipped: [] }, false);
    expect(text).toBe("12 passed, 2 failed");
    expect(failed).toBe(2);
  });

  it("lists what could not run with the command that provides it, and does not fail for it", () => {
    const { text, failed } = summary(SKIPPED, false);
    expect(text).toContain("reads captions [needs chromium]: apt-get install chromium");
    expect(text.split("\n").at(-1)).toBe("3 passed, 0 failed");
    expect(failed).toBe(0);
  });

  it("knows what provides Terraform, its AWS provider and the AWS emulator", () => {
    const skipped = ["deploys [needs terraform]", "b [needs moto]", "c [needs awsprovider]"];
    const { text } = summary({ passed: 0, failed: 0, skipped }, false);
    expect(text).toContain("deploys [needs terraform]: Install Terraform");
    expect(text).toContain("b [needs moto]: Install the AWS emulator");
    expect(text).toContain("TERRAFORM_PROVIDER_MIRROR");
  });

  it("counts what could not run as failed when everything is required", () => {
    const { text, failed } = summary(SKIPPED, true);
    expect(text.split("\n").at(-1)).toBe("3 passed, 1 failed");
    expect(failed).toBe(1);
  });

  it.each([
    ["waits for a day that comes", "does not say what it needs"],
    ["asks the moon [needs rocket]", "needs rocket"],
  ])("lists %j, which names no known need, too", (title, reason) => {
    const { text } = summary({ passed: 0, failed: 0, skipped: [title] }, false);
    expect(text).toMatch(new RegExp(`${title.slice(0, 10)}.*${reason}`));
  });
});

describe("add", () => {
  it("adds the counts and joins what was skipped", () => {
    expect(add(SKIPPED, { passed: 1, failed: 2, skipped: ["b"] })).toEqual({
      passed: 4,
      failed: 2,
      skipped: ["reads captions [needs chromium]", "b"],
    });
  });
});
