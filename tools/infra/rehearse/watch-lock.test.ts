import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { watchLock } from "./watch-lock.ts";

const lock = (ID: string) => ({ ID, Operation: "OperationTypeApply", Who: "me@here", Created: "" });
const nobody = async () => undefined;

describe("watching a lock while work goes on", () => {
  it("returns what the work returned", async () => {
    expect((await watchLock(nobody, async () => "made")).result).toBe("made");
  });

  it("reports each lock once that was held meanwhile", async () => {
    const held = [undefined, lock("a"), lock("a"), lock("b")];
    const { seen } = await watchLock(
      async () => held.shift(),
      async () => {
        while (held.length > 0) await wait(10);
      },
    );
    expect(seen.map(({ ID }) => ID)).toEqual(["a", "b"]);
  });

  it("reports none where none was held", async () => {
    expect((await watchLock(nobody, () => wait(10))).seen).toEqual([]);
  });

  it("stops with the work, and fails as it fails", async () => {
    let looks = 0;
    const look = async () => {
      looks += 1;
      return undefined;
    };
    const failing = watchLock(look, () => Promise.reject(new Error("no apply")));
    await expect(failing).rejects.toThrow("no apply");
    const after = looks;
    await wait(700);
    expect(looks).toBe(after);
  });
});
