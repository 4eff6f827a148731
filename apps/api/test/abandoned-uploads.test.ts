import { randomUUID } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDiskStore } from "../src/adapters/disk/object-store.ts";
import { createCaptionsRepository } from "../src/adapters/postgres/captions-repository.ts";
import { openPglite } from "../src/adapters/postgres/pglite.ts";
import { createUploadsRepository } from "../src/adapters/postgres/uploads-repository.ts";
import type { Deps } from "../src/deps.ts";
import { AppError } from "../src/errors/app-error.ts";
import { toProblem } from "../src/errors/to-problem.ts";
import type { CaptionsRepository } from "../src/ports/captions-repository.ts";
import { signPartUrl } from "../src/security/signed-part-url.ts";
import { signUploadUrl } from "../src/security/signed-url.ts";
import { deleteSession } from "../src/sessions/delete-session.ts";
import { sweepAbandoned, sweepLeft } from "../src/sweeping/sweep-uploads.ts";
import { freshDataFolder } from "../src/testing/fresh-data-folder.ts";
import { makeCaption, makeUpload, toCreate } from "../src/testing/make-records.ts";

describe("sweeping", () => {
  const now = new Date("2026-11-24T10:11:12.345Z");
  let dir: string;
  let deps: Parameters<typeof sweepAbandoned>[0];
  let captions: CaptionsRepository;
  let close: () => Promise<void>;
  const sweeping = { log: pino({ level: "silent" }), signal: new AbortController().signal };

  beforeAll(async () => {
    dir = await freshDataFolder();
    const { client, db } = await openPglite(dir);
    close = () => client.close();
    const store = await createDiskStore({
      dir: join(dir, "uploads"),
      signUpload: signUploadUrl("a key", Date.now),
      signPart: signPartUrl("a key", Date.now),
    });
    captions = createCaptionsRepository(db, async () => {});
    deps = { uploads: createUploadsRepository(db), store, now: () => now };
  });
  afterAll(async () => {
    await close();
    await rm(dir, { recursive: true });
  });

  /** An upload one of whose parts is here. */
  async function halfSent(keepUntil: Date) {
    const upload = makeUpload({ state: "declared", sha256: null, keepUntil, partBytes: 5 });
    const multipartId = await deps.store.parts.begin({ key: upload.id, type: upload.type });
    const object = { key: upload.id, multipartId };
    const body = Readable.from([Buffer.from("12345")]);
    await deps.store.parts.put(object, { number: 1, bytes: 5 }, body);
    await deps.uploads.insert({ ...upload, multipartId });
    return upload.id;
  }

  it("deletes the parts of what was abandoned, and none of what is still to come", async () => {
    const abandoned = await halfSent(new Date(now.getTime() - 1));
    const coming = await halfSent(new Date(now.getTime() + 1));
    expect(await sweepAbandoned(deps, sweeping)).toBe(1);
    expect(await deps.uploads.find(abandoned)).toBeUndefined();
    const names = await readdir(join(dir, "uploads"), { recursive: true });
    const stored = names.filter((name) => name.includes("upl_"));
    expect(stored.every((name) => name.includes(coming))).toBe(true);
    expect(stored.some((name) => name.endsWith("1"))).toBe(true);
  });

  /** One whose bytes are here. */
  async function whole() {
    const upload = makeUpload({ keepUntil: new Date(now.getTime() - 1) });
    await deps.uploads.insert(upload);
    await deps.store.put(upload.id, Readable.from([Buffer.from("12345")]), { maxBytes: 5 });
    return upload;
  }

  it("deletes with its session what is marked as used and has no caption, and comes to an end", async () => {
    const upload = await whole();
    await deps.uploads.insert({ ...makeUpload({ sessionId: upload.sessionId }), state: "used" });
    const apiKeys = { removeAll: async () => {} };
    const session = { ...deps, captions, apiKeys } as unknown as Deps;
    await deleteSession(session, upload.sessionId);
    expect(await deps.uploads.listUnused(upload.sessionId, 10)).toEqual([]);
    expect(await deps.store.size(upload.id)).toBeUndefined();
  });

  /** A caption that may be tried again, with its file. */
  async function interrupted() {
    const upload = await whole();
    const caption = makeCaption(upload);
    await captions.create(toCreate(caption));
    const error = new AppError({ code: "interrupted", detail: "It was interrupted." });
    await captions.keepOutcome(caption.id, { problem: toProblem(error) });
    await captions.finish(caption.id);
    return { upload, caption };
  }

  /** What a sweep needs, while something happens to the others as the first is deleted. */
  function meanwhile(happens: (deleted: string) => Promise<void>): typeof deps {
    let first = true;
    const remove = async (key: string) => {
      if (first) {
        first = false;
        await happens(key);
      }
      return deps.store.delete(key);
    };
    return { ...deps, store: { ...deps.store, delete: remove } };
  }

  it("keeps the bytes of one that a caption takes while others are deleted", async () => {
    const all = [await whole(), await whole()];
    let taken = "";
    const taking = meanwhile(async (deleted) => {
      const other = all.find(({ id }) => id !== deleted) ?? makeUpload();
      taken = other.id;
      await captions.create(toCreate(makeCaption(other)));
    });
    expect(await sweepAbandoned(taking, sweeping)).toBe(1);
    expect(await deps.store.size(taken)).toBe(5);
    expect(await deps.uploads.find(taken)).toMatchObject({ state: "used" });
  });

  it("keeps the bytes of an interrupted caption that is tried again while others are deleted", async () => {
    const all = [await interrupted(), await interrupted()];
    let retried = "";
    const trying = meanwhile(async (deleted) => {
      const other = all.find(({ upload }) => upload.id !== deleted);
      retried = other?.upload.id ?? "";
      await captions.retry(other?.caption.id ?? "", { jobId: randomUUID(), lane: "photo" });
    });
    expect(await sweepLeft(trying, sweeping)).toBe(1);
    expect(await deps.store.size(retried)).toBe(5);
  });

  it("deletes what it had begun to delete when the store went away", async () => {
    const { id } = await whole();
    const away = { ...deps.store, delete: () => Promise.reject(new Error("away")) };
    expect(await sweepAbandoned({ ...deps, store: away }, sweeping)).toBe(0);
    expect(await deps.uploads.find(id)).toMatchObject({ state: "deleting" });
    expect(await sweepAbandoned(deps, sweeping)).toBe(1);
    expect(await deps.store.size(id)).toBeUndefined();
    expect(await deps.uploads.find(id)).toBeUndefined();
  });
});
