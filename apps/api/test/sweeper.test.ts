import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDiskStore } from "../src/adapters/disk/object-store.ts";
import { createMemoryCache } from "../src/adapters/memory/cache.ts";
import { createMemoryEventBus } from "../src/adapters/memory/event-bus.ts";
import { createCaptionsRepository } from "../src/adapters/postgres/captions-repository.ts";
import { openPglite } from "../src/adapters/postgres/pglite.ts";
import { createSpendingLedger } from "../src/adapters/postgres/spending-ledger.ts";
import { createUploadsRepository } from "../src/adapters/postgres/uploads-repository.ts";
import { signPartUrl } from "../src/security/signed-part-url.ts";
import { signUploadUrl } from "../src/security/signed-url.ts";
import { startSweeper } from "../src/sweeping/sweeper.ts";
import { freshDataFolder } from "../src/testing/fresh-data-folder.ts";
import { makeCaption, makeUpload, toCreate } from "../src/testing/make-records.ts";

const DAY_MS = 24 * 60 * 60_000;

describe("a sweeper", () => {
  let deps: Parameters<typeof startSweeper>[0];
  let sweeper: ReturnType<typeof startSweeper> | undefined;
  let close: () => Promise<void>;

  beforeEach(async () => {
    const dir = await freshDataFolder();
    const { client, db } = await openPglite(dir);
    const store = await createDiskStore({
      dir: join(dir, "uploads"),
      signUpload: signUploadUrl("a key", Date.now),
      signPart: signPartUrl("a key", Date.now),
    });
    deps = {
      uploads: createUploadsRepository(db),
      captions: createCaptionsRepository(db, async () => {}),
      cache: createMemoryCache({ ttlMs: DAY_MS }),
      events: createMemoryEventBus(),
      ledger: createSpendingLedger(db),
      queue: { live: async () => new Set() },
      store,
      now: () => new Date(),
      log: pino({ level: "silent" }),
    };
    close = async () => {
      await sweeper?.stop();
      await client.close();
      await rm(dir, { recursive: true });
    };
  });
  afterEach(() => close());

  const sweepWith = (store = deps.store) => {
    sweeper = startSweeper({ ...deps, store }, { retentionDays: 30 });
  };

  /** An upload with bytes that no caption took. */
  async function abandoned() {
    const { id } = makeUpload();
    await deps.uploads.insert(makeUpload({ id, keepUntil: new Date(Date.now() - 1) }));
    await deps.store.put(id, Readable.from([Buffer.from("12345")]), { maxBytes: 5 });
    return id;
  }

  async function finishedDaysAgo(days: number) {
    const upload = makeUpload();
    await deps.uploads.insert(upload);
    const finishedAt = new Date(Date.now() - days * DAY_MS);
    const caption = makeCaption(upload, { state: "done", finishedAt });
    await deps.captions.create(toCreate(caption));
    return caption.id;
  }

  async function deletedAgo(ms: number) {
    const { id } = makeUpload();
    await deps.uploads.insert(makeUpload({ id }));
    await deps.uploads.markDeleted(id, { at: new Date(Date.now() - ms), versions: 1, bytes: 5 });
    return id;
  }

  it("goes on past an upload that cannot be deleted, to others and to old captions", async () => {
    const bad = await abandoned();
    const other = await abandoned();
    const [old, recent] = [await finishedDaysAgo(31), await finishedDaysAgo(29)];
    sweepWith({
      ...deps.store,
      async delete(key) {
        if (key === bad) throw new Error("Access denied");
        return deps.store.delete(key);
      },
    });
    await expect.poll(() => deps.uploads.find(other)).toBeUndefined();
    await expect.poll(() => deps.captions.find(old)).toBeUndefined();
    expect(await deps.captions.find(recent)).toBeDefined();
    expect(await deps.uploads.find(bad)).toBeDefined();
  });

  it("deletes old captions though the uploads cannot even be listed", async () => {
    const old = await finishedDaysAgo(31);
    const { uploads } = deps;
    deps = {
      ...deps,
      uploads: { ...uploads, listAbandoned: () => Promise.reject(new Error("no")) },
    };
    sweepWith();
    await expect.poll(() => deps.captions.find(old)).toBeUndefined();
  });

  it("ends captions that nobody works on any more, and forgets what was spent long ago", async () => {
    const upload = makeUpload();
    await deps.uploads.insert(upload);
    const { sessionId } = upload;
    const lost = makeCaption(upload, { createdAt: new Date(Date.now() - DAY_MS) });
    await deps.captions.create(toCreate(lost));
    const [day, finished] = ["2020-02-29", await finishedDaysAgo(1)];
    await deps.captions.keepStep(finished, {}, { key: "k", sessionId, day, usd: 1 });
    expect(await deps.ledger.spent({ sessionId, day })).toMatchObject({ session: 1 });
    sweepWith();
    const state = async () => (await deps.captions.find(lost.id))?.caption.state;
    await expect.poll(state).toBe("failed");
    const spent = async () => (await deps.ledger.spent({ sessionId, day })).session;
    await expect.poll(spent).toBe(0);
  });

  it("forgets what was refused after it arrived, but not before its receipt could be read", async () => {
    const [past, recent] = [await deletedAgo(DAY_MS + 1), await deletedAgo(DAY_MS - 60_000)];
    sweepWith();
    await expect.poll(() => deps.uploads.find(past)).toBeUndefined();
    expect(await deps.uploads.find(recent)).toMatchObject({ state: "deleted", deletedBytes: 5 });
  });

  it("waits for what is being deleted when it is stopped, and deletes nothing after", async () => {
    const ids = [await abandoned(), await abandoned(), await abandoned()];
    const begun = Promise.withResolvers<void>();
    const asked: string[] = [];
    sweepWith({
      ...deps.store,
      async delete(key) {
        asked.push(key);
        begun.resolve();
        await new Promise((resolve) => setTimeout(resolve, 200));
        return deps.store.delete(key);
      },
    });
    await begun.promise;
    await sweeper?.stop();
    expect(asked).toHaveLength(1);
    const left = await Promise.all(ids.map((id) => deps.uploads.find(id)));
    expect(left.filter((upload) => upload !== undefined)).toHaveLength(2);
  });
});
