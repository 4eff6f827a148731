import { describe, expect, it } from "vitest";
import { renewedPassword } from "./renewed-password.ts";

function renewing(passwords: readonly string[]) {
  const left = [...passwords];
  const faults: unknown[] = [];
  const clock = { now: 0 };
  const password = renewedPassword({
    first: "first",
    read: async () => {
      const next = left.shift();
      if (next === undefined) throw new Error("throttled");
      return next;
    },
    onFault: (error) => faults.push(error),
    now: () => clock.now,
  });
  return { password, faults, clock, left };
}

describe("a password that is renewed", () => {
  it("is the one it began with for a while, and then what it is by now", async () => {
    const { password, clock } = renewing(["second", "third"]);
    expect(await password()).toBe("first");
    clock.now = 15_000;
    expect(await password()).toBe("second");
    clock.now = 29_999;
    expect(await password()).toBe("second");
    clock.now = 30_000;
    expect(await password()).toBe("third");
  });

  it("is read once for connections that are opened together", async () => {
    const { password, clock, left } = renewing(["second", "third"]);
    clock.now = 15_000;
    expect(await Promise.all([password(), password(), password()])).toEqual([
      ...["second", "second", "second"],
    ]);
    expect(left).toEqual(["third"]);
  });

  it("stays what it was where it cannot be read, and says why", async () => {
    const { password, clock, faults } = renewing([]);
    clock.now = 15_000;
    expect(await password()).toBe("first");
    expect(faults).toEqual([new Error("throttled")]);
  });
});
