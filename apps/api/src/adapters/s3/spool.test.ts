import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { PARTS } from "@caption-generator/schema";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openFilesIn, TELLS_OPEN_FILES } from "../../testing/open-files.ts";
import { openSpool } from "./spool.ts";

describe("a spool", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "spool-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it.runIf(TELLS_OPEN_FILES)(
    "has no file open any more where what was to be sent was not read",
    async () => {
      const spooled = await openSpool(join(folder, "spool"));
      const bytes = PARTS.above + 1;
      const limit = { maxBytes: bytes, tooLarge: () => new Error("too large") };
      const sent = spooled(Readable.from([Buffer.alloc(bytes)]), limit, async ({ content }) => {
        await content();
        throw new Error("S3 is away.");
      });
      await expect(sent).rejects.toThrow("S3 is away.");
      await wait(50);
      await expect.poll(() => openFilesIn(folder)).toEqual([]);
    },
  );
});
