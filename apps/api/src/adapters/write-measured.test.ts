import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeMeasured } from "./write-measured.ts";

describe("writeMeasured", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "written-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("makes no file any more once it has failed", async () => {
    const fails = async (number: number) => {
      const path = join(folder, `${number}`);
      const body = Readable.from([Buffer.from("too much")]);
      const limit = { maxBytes: 1, tooLarge: () => new Error("too large") };
      await expect(writeMeasured(body, path, limit)).rejects.toThrow("too large");
      await rm(path, { force: true });
    };
    await Promise.all(Array.from({ length: 200 }, (_, number) => fails(number)));
    await wait(100);
    expect(await readdir(folder)).toEqual([]);
  });
});
