import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDiskStore } from "../src/adapters/disk/object-store.ts";
import { createMemoryEventBus } from "../src/adapters/memory/event-bus.ts";
import { createCaptionsRepository } from "../src/adapters/postgres/captions-repository.ts";
import { openPglite } from "../src/adapters/postgres/pglite.ts";
import { createUploadsRepository } from "../src/adapters/postgres/uploads-repository.ts";
import { buryCaptionJob } from "../src/pipeline/bury-caption-job.ts";
import { signPartUrl } from "../src/security/signed-part-url.ts";
import { signUploadUrl } from "../src/security/signed-url.ts";
import { sweepLost } from "../src/sweeping/sweep-lost.ts";
import { freshDataFolder } from "../src/testing/fresh-data-folder.ts";
import { makeCaption, makeOutcome, makeUpload, toCreate } from "../src/testing/make-records.ts";

describe("burying a caption", () => {
  let deps: Parameters<typeof sweepLost>[0];
  let live: Set<string>;
  let close: () => Promise<void>;

  beforeEach(async () => {
    const dir = await freshDataFolder();
    const { client, db } = await openPglite(dir);
    live = new Set();
    deps = {
      queue: {
        live: async (ids: readonly string[]) => live.intersection(new Set(ids)),
      },
      uploads: createUploadsRepository(db),
      captions: createCaptionsRepository(db, async () => {}),
      store: await createDiskStore({
        dir: join(dir, "uploads"),
        signUpload: signUploadUrl("a key", Date.now),
        signPart: signPartUrl("a key", Date.now),
      }),
      events: createMemoryEventBus(),
      now: () => new Date(),
      log: pino({ level: "silent" }),
    };
    close = async () => {
      await client.close();
      await rm(dir, { recursive: true });
    };
  });
  afterEach(() => close());

  /** A caption under way, whose file is in the store. */
  async function underWay(createdAt = new Date()) {
    const upload = makeUpload();
    await deps.uploads.insert(upload);
    await deps.store.put(upload.id, Readable.from([Buffer.from("12345")]), { maxBytes: 5 });
    const caption = makeCaption(upload, { createdAt });
    await deps.captions.create(toCreate(caption));
    await deps.captions.enter(caption.id, "inspecting");
    return { captionId: caption.id, jobId: caption.jobId, uploadId: upload.id };
  }
  const find = async (id: string) => (await deps.captions.find(id))?.caption;
  const isStored = async (key: string) => (await deps.store.size(key)) !== undefined;

  it("leaves one alone that is being tried again, however often its dead letter comes", async () => {
    const { captionId, jobId, uploadId } = await underWay();
    await buryCaptionJob(deps, { captionId, jobId });
    expect(await find(captionId)).toMatchObject({
      state: "failed",
      problem: { code: "interrupted", retryable: true },
    });
    const again = randomUUID();
    expect(await deps.captions.retry(captionId, { jobId: again, lane: "photo" })).toEqual({
      kind: "retried",
    });
    await deps.captions.enter(captionId, "inspecting");
    await buryCaptionJob(deps, { captionId, jobId });
    expect(await find(captionId)).toMatchObject({ state: "working", problem: null });
    expect(await isStored(uploadId)).toBe(true);
    await buryCaptionJob(deps, { captionId, jobId: again });
    expect(await find(captionId)).toMatchObject({ state: "failed" });
  });

  it("keeps the file where another was killed while burying the same", async () => {
    const { captionId, jobId, uploadId } = await underWay();
    const killed = {
      ...deps,
      captions: {
        ...deps.captions,
        finish: async () => {
          throw new Error("killed");
        },
      },
    };
    await expect(buryCaptionJob(killed, { captionId, jobId })).rejects.toThrow("killed");
    await buryCaptionJob(deps, { captionId, jobId });
    expect(await find(captionId)).toMatchObject({
      state: "failed",
      problem: { code: "interrupted" },
    });
    expect(await isStored(uploadId)).toBe(true);
  });

  it("finishes what came out and was not finished, and deletes its file", async () => {
    const { captionId, jobId, uploadId } = await underWay();
    await deps.captions.keepOutcome(captionId, makeOutcome());
    await buryCaptionJob(deps, { captionId, jobId });
    expect(await find(captionId)).toMatchObject({ state: "done" });
    expect(await isStored(uploadId)).toBe(false);
  });

  it("is done to those that have no job any more, and to no others", async () => {
    const longAgo = new Date(Date.now() - 2 * 60 * 60_000);
    const [lost, worked, young] = [
      await underWay(longAgo),
      await underWay(longAgo),
      await underWay(),
    ];
    live.add(worked.jobId);
    const sweeping = { log: deps.log, signal: new AbortController().signal };
    expect(await sweepLost(deps, sweeping)).toBe(1);
    expect(await find(lost.captionId)).toMatchObject({
      state: "failed",
      problem: { code: "interrupted", retryable: true, detail: expect.stringMatching(/was lost/u) },
    });
    expect(await isStored(lost.uploadId)).toBe(true);
    for (const { captionId } of [worked, young]) {
      expect(await find(captionId)).toMatchObject({ state: "working", problem: null });
    }
    expect(await sweepLost(deps, sweeping)).toBe(0);
    const again = { jobId: randomUUID(), lane: "photo" } as const;
    expect(await deps.captions.retry(lost.captionId, again)).toEqual({ kind: "retried" });
  });
});
