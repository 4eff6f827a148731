import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { unlessStamped } from "./stamp.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const done = async () => undefined;
const broken = () => Promise.reject(new Error("cut short"));

describe("unlessStamped", () => {
  it("does the work once for one value", async () => {
    const file = join(temporaryFolder(), "made/by/the-work");
    expect(await unlessStamped(file, "1", done)).toBe(true);
    expect(await unlessStamped(file, "1", done)).toBe(false);
  });

  it("does the work again for another value", async () => {
    const file = join(temporaryFolder(), "stamp");
    await unlessStamped(file, "1", done);
    expect(await unlessStamped(file, "2", done)).toBe(true);
  });

  it("does the work again after it failed, even for a value that was done before", async () => {
    const file = join(temporaryFolder(), "stamp");
    await unlessStamped(file, "1", done);
    await expect(unlessStamped(file, "2", broken)).rejects.toThrow("cut short");
    expect(await unlessStamped(file, "1", done)).toBe(true);
  });
});
