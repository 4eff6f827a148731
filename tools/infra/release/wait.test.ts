import { describe, expect, it } from "vitest";
import { quick } from "./testing/quick.ts";
import { CLOCK, until } from "./wait.ts";

const AWAITED = { what: "The release", minutes: 10 };

describe("waiting", () => {
  it("looks at once, and then at intervals until there is something to be seen", async () => {
    const { waiting, slept } = quick();
    const looks = [undefined, undefined, "seen"];
    expect(await until(async () => looks.shift(), AWAITED, waiting)).toBe("seen");
    expect(slept()).toBe(2 * waiting.everyMs);
  });

  it("ends with a sentence when it takes too long", async () => {
    const { waiting } = quick();
    const long = until(async () => undefined, AWAITED, waiting);
    await expect(long).rejects.toThrow(
      "The release has not ended in 10 minutes, and goes on. Look at it in AWS's console",
    );
  });

  it("ends when nobody waits any longer, and says that what was begun goes on", async () => {
    const controller = new AbortController();
    const look = async () => controller.abort();
    const waiting = { clock: CLOCK, everyMs: 60_000, signal: controller.signal };
    await expect(until(look as () => Promise<undefined>, AWAITED, waiting)).rejects.toMatchObject({
      message: expect.stringContaining("The release goes on by itself, and is not waited for."),
      exitCode: 130,
    });
  });
});
