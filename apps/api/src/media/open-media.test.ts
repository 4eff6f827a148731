import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Deps } from "../deps.ts";
import { makeUpload } from "../testing/make-records.ts";
import { openFilesIn, TELLS_OPEN_FILES } from "../testing/open-files.ts";
import { openMedia } from "./open-media.ts";

type Needs = Parameters<typeof openMedia>[0];

/** The beginning of an MP3, and more than is read at once behind it. */
const RECORDING = Buffer.concat([Buffer.from("ID3"), Buffer.alloc(200_000)]);

describe("openMedia", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "media-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const upload = makeUpload({ name: "talk.mp3", type: "audio/mpeg" });
  const facts = { seconds: 3 } as Awaited<ReturnType<Deps["media"]["inspect"]>>;
  const deps = {
    store: { copyTo: (_, path) => writeFile(path, RECORDING) } as Needs["store"],
    media: { inspect: async () => facts } as unknown as Needs["media"],
    limits: { video: { maxSeconds: 60 } } as Needs["limits"],
  };
  const work = () => ({ folder, signal: new AbortController().signal });

  it("gives what is to happen before all bytes of the file", async () => {
    const seen: Uint8Array[] = [];
    const opened = await openMedia(deps, upload, work(), async (content) => {
      for await (const chunk of content) seen.push(chunk);
    });
    expect(opened).toEqual({ path: join(folder, "media"), facts });
    expect(Buffer.concat(seen).equals(RECORDING)).toBe(true);
  });

  describe.runIf(TELLS_OPEN_FILES)("has no file open any more", () => {
    it.each<[string, Parameters<typeof openMedia>[3]]>([
      ["where nothing is to happen before", undefined],
      ["where nobody reads it before", async () => {}],
      [
        "where its beginning is read before, and something fails",
        async (content) => {
          await content[Symbol.asyncIterator]().next();
          throw new Error("The scanner is away.");
        },
      ],
    ])("%s", async (_, before) => {
      await openMedia(deps, upload, work(), before).catch(() => {});
      // A stream that nobody reads opens its file a moment later.
      await wait(50);
      await expect.poll(() => openFilesIn(folder)).toEqual([]);
    });
  });
});
