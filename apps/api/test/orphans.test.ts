import { readdir, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDiskStore } from "../src/adapters/disk/object-store.ts";
import { openPglite } from "../src/adapters/postgres/pglite.ts";
import { createUploadsRepository } from "../src/adapters/postgres/uploads-repository.ts";
import { newUploadId } from "../src/ids/ids.ts";
import { signPartUrl } from "../src/security/signed-part-url.ts";
import { signUploadUrl } from "../src/security/signed-url.ts";
import type { Sweeping } from "../src/sweeping/sweep-each.ts";
import { sweepOrphans } from "../src/sweeping/sweep-orphans.ts";
import { has, needing } from "../src/testing/capabilities.ts";
import type { StoreUnderTest } from "../src/testing/contracts/object-store.ts";
import { freshDataFolder } from "../src/testing/fresh-data-folder.ts";
import { makeUpload } from "../src/testing/make-records.ts";
import { openS3Store, useS3 } from "../src/testing/s3-store.ts";

const HOUR_MS = 60 * 60_000;

function sweepingOf(name: string, open: () => Promise<StoreUnderTest>) {
  describe(`sweeping ${name}`, () => {
    let tested: StoreUnderTest;
    let deps: Parameters<typeof sweepOrphans>[0];
    let close: () => Promise<void>;
    let hours: number;
    let logged: unknown[];
    let sweeping: Sweeping;

    beforeEach(async () => {
      tested = await open();
      const dir = await freshDataFolder();
      const { client, db } = await openPglite(dir);
      close = async () => {
        await client.close();
        await rm(dir, { recursive: true });
        await tested.close();
      };
      hours = 25;
      logged = [];
      sweeping = {
        log: { error: (said: unknown) => logged.push(said) },
        signal: new AbortController().signal,
      };
      const now = () => new Date(Date.now() + hours * HOUR_MS);
      deps = { uploads: createUploadsRepository(db), store: tested.store, now };
    });
    afterEach(() => close());

    async function put(key: string) {
      await tested.store.put(key, Readable.from([Buffer.from("12345")]), { maxBytes: 5 });
      return key;
    }

    /** Something in parts, one of which is here. */
    async function begun(key: string) {
      const multipartId = await tested.store.parts.begin({ key, type: "video/mp4" });
      const body = Readable.from([Buffer.from("12345")]);
      await tested.store.parts.put({ key, multipartId }, { number: 1, bytes: 5 }, body);
      return multipartId;
    }

    it("deletes objects and parts that no upload knows", async () => {
      await put(newUploadId());
      await begun(newUploadId());
      expect(await sweepOrphans(deps, sweeping)).toBe(2);
      expect(await tested.list()).toEqual([]);
      expect(await sweepOrphans(deps, sweeping)).toBe(0);
    });

    it("leaves alone what may be on its way", async () => {
      hours = 23;
      await put(newUploadId());
      await begun(newUploadId());
      const before = await tested.list();
      expect(await sweepOrphans(deps, sweeping)).toBe(0);
      expect(await tested.list()).toEqual(before);
    });

    it("leaves alone what an upload knows, whole or in parts", async () => {
      const whole = makeUpload({ state: "used" });
      const parted = makeUpload({ state: "declared", partBytes: 5 });
      await deps.uploads.insert(whole);
      await put(whole.id);
      await deps.uploads.insert({ ...parted, multipartId: await begun(parted.id) });
      const before = await tested.list();
      expect(await sweepOrphans(deps, sweeping)).toBe(0);
      expect(await tested.list()).toEqual(before);
    });

    it("deletes what was sent once more after its deletion", async () => {
      const upload = makeUpload();
      await deps.uploads.insert(upload);
      const receipt = { at: new Date(), versions: 1, bytes: 5 };
      await deps.uploads.markDeleted(upload.id, receipt);
      await put(upload.id);
      expect(await sweepOrphans(deps, sweeping)).toBe(1);
      expect(await tested.list()).toEqual([]);
      expect((await deps.uploads.find(upload.id))?.deletedBytes).toBe(5);
    });

    it("touches nothing that is no upload", async () => {
      const others = ["notes.txt", "upl_notes.txt", "upl_", "cap_0123456789abcdefghij"];
      for (const key of others) await put(key);
      expect(await sweepOrphans(deps, sweeping)).toBe(0);
      for (const key of others) expect(await tested.store.size(key)).toBe(5);
    });

    it("deletes the others where one cannot be deleted, and says which", async () => {
      const keys = await Promise.all(Array.from({ length: 3 }, () => put(newUploadId())));
      const [bad = ""] = keys.sort();
      const store = {
        ...tested.store,
        delete: async (key: string) => {
          if (key === bad) throw new Error("Access denied");
          return tested.store.delete(key);
        },
      };
      expect(await sweepOrphans({ ...deps, store }, sweeping)).toBe(2);
      expect(logged).toMatchObject([{ id: bad }]);
      expect(await sweepOrphans(deps, sweeping)).toBe(1);
    });

    it("lets several sweep at once", async () => {
      for (let count = 0; count < 5; count += 1) await put(newUploadId());
      for (let count = 0; count < 5; count += 1) await begun(newUploadId());
      const swept = await Promise.all([1, 2, 3].map(() => sweepOrphans(deps, sweeping)));
      expect(Math.max(...swept)).toBe(10);
      expect(await tested.list()).toEqual([]);
    });
  });
}

sweepingOf("a folder", async () => {
  const dir = await freshDataFolder();
  const store = await createDiskStore({
    dir,
    signUpload: signUploadUrl("a key", Date.now),
    signPart: signPartUrl("a key", Date.now),
  });
  const list = async () => {
    const names = await readdir(dir, { recursive: true });
    return names.filter((name) => name.includes("upl_"));
  };
  return { store, list, close: () => rm(dir, { recursive: true }) };
});

describe.skipIf(!has("moto"))(needing("moto", "a bucket"), () => {
  const s3 = useS3();
  sweepingOf("a bucket", () => openS3Store(s3, { versions: false }));
  sweepingOf("a bucket that keeps versions", () =>
    openS3Store(s3, { versions: true, pageSize: 2 }),
  );
});
