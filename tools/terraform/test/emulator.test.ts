import { describe, expect, it } from "vitest";
import { firstLacking } from "../capabilities.ts";
import { startEmulator } from "../emulator.ts";

const lacking = await firstLacking(["moto"]);

describe.skipIf(lacking)(`the emulator${lacking ? ` [needs ${lacking}]` : ""}`, () => {
  it("answers on a free port of its own until it is stopped", async () => {
    const [one, other] = await Promise.all([startEmulator(), startEmulator()]);
    try {
      expect(one.url).not.toBe(other.url);
      expect((await fetch(`${one.url}/moto-api/`)).ok).toBe(true);
    } finally {
      await Promise.all([one.stop(), other.stop()]);
    }
    await expect(fetch(`${one.url}/moto-api/`)).rejects.toThrow();
  });
});

describe("an emulator that is not installed", () => {
  it("is named, with the command that installs it", async () => {
    await expect(startEmulator({ PATH: "" })).rejects.toThrow(
      /moto_server is not on your PATH.*pip/,
    );
  });
});
