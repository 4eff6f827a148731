import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ObjectStore } from "../../ports/object-store.ts";
import type { StoredItem } from "../../ports/stored-object.ts";

export interface StoreUnderTest {
  readonly store: ObjectStore;
  /** The names of everything it keeps, finished or not. */
  list(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** All that it keeps under a prefix. */
async function listAll(store: ObjectStore, prefix: string) {
  const items: StoredItem[] = [];
  for await (const page of store.list(prefix)) items.push(...page);
  return items;
}

/** What every object store does, whatever it keeps its objects in. */
export function objectStoreContract(name: string, open: () => Promise<StoreUnderTest>) {
  describe(`${name} as an object store`, () => {
    let tested: StoreUnderTest;
    beforeEach(async () => {
      tested = await open();
    });
    afterEach(() => tested.close());

    const limits = { maxBytes: 1_000_000 };
    const put = (key: string, bytes: Uint8Array, more: { exactBytes?: number } = {}) =>
      tested.store.put(key, Readable.from([bytes]), { ...limits, ...more });

    it("gives back the bytes it was given, with their size and hash", async () => {
      const bytes = randomBytes(100_000);
      const stored = await put("upl_a", bytes);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      expect(stored).toEqual({ bytes: 100_000, sha256 });
      expect(Buffer.from(await tested.store.read("upl_a")).equals(bytes)).toBe(true);
      expect(await tested.store.size("upl_a")).toBe(100_000);
    });

    it.each([
      [1, 1],
      [4_096, 4_096],
      [100_000, 100_000],
      [200_000, 100_000],
    ])("gives back the first %i bytes, or the %i there are", async (asked, given) => {
      const bytes = randomBytes(100_000);
      await put("upl_a", bytes);
      const start = await tested.store.readStart("upl_a", asked);
      expect(Buffer.from(start).equals(bytes.subarray(0, given))).toBe(true);
    });

    it("puts an object into a file, and keeps its own", async () => {
      const bytes = randomBytes(100_000);
      await put("upl_a", bytes);
      const folder = await mkdtemp(join(tmpdir(), "copy-"));
      await tested.store.copyTo("upl_a", join(folder, "a"));
      await tested.store.delete("upl_a");
      expect((await readFile(join(folder, "a"))).equals(bytes)).toBe(true);
      await expect(tested.store.copyTo("upl_b", join(folder, "b"))).rejects.toMatchObject({
        code: "upload_incomplete",
      });
      await rm(folder, { recursive: true });
    });

    it("keeps nothing of an object that is too large", async () => {
      await expect(put("upl_a", randomBytes(1_000_001))).rejects.toMatchObject({
        code: "upload_too_large",
      });
      expect(await tested.list()).toEqual([]);
    });

    it("keeps nothing of an object of another size than announced", async () => {
      await expect(put("upl_a", randomBytes(99), { exactBytes: 100 })).rejects.toMatchObject({
        code: "upload_size_mismatch",
      });
      expect(await tested.list()).toEqual([]);
    });

    it("refuses an object without bytes", async () => {
      await expect(put("upl_a", new Uint8Array())).rejects.toMatchObject({ code: "upload_empty" });
      expect(await tested.list()).toEqual([]);
    });

    it("keeps nothing of a stream that breaks off", async () => {
      const broken = Readable.from(
        (async function* () {
          yield randomBytes(1_000);
          throw Object.assign(new Error("gone"), { code: "ECONNRESET" });
        })(),
      );
      await expect(tested.store.put("upl_a", broken, limits)).rejects.toMatchObject({
        code: "upload_incomplete",
        retryable: true,
      });
      expect(await tested.list()).toEqual([]);
    });

    it("signs an upload of one file for a while, at a place of its own", async () => {
      const sign = (key: string) => tested.store.signUpload({ key, type: "image/png", bytes: 100 });
      const [a, b] = await Promise.all([sign("upl_a"), sign("upl_b")]);
      expect(a).toMatchObject({ method: "PUT", headers: { "content-type": "image/png" } });
      expect(a.url).toContain("upl_a");
      expect(a.url).not.toBe(b.url);
      const validMs = a.expiresAt.getTime() - Date.now();
      expect(validMs).toBeGreaterThan(60_000);
      expect(validMs).toBeLessThanOrEqual(60 * 60_000);
      expect(await tested.list()).toEqual([]);
    });

    it("keeps one of two objects that arrive at once, and whole", async () => {
      const sent = [randomBytes(50_000), randomBytes(60_000)];
      const results = await Promise.allSettled(sent.map((bytes) => put("upl_a", bytes)));
      const won = results.findIndex(({ status }) => status === "fulfilled");
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(Buffer.from(await tested.store.read("upl_a")).equals(sent[won] ?? Buffer.of())).toBe(
        true,
      );
      expect(await tested.list()).toHaveLength(1);
    });

    it("keeps objects apart", async () => {
      await put("upl_a", Buffer.from("first"));
      await put("upl_b", Buffer.from("second"));
      await tested.store.delete("upl_a");
      expect(await tested.list()).toHaveLength(1);
      expect(Buffer.from(await tested.store.read("upl_b")).toString()).toBe("second");
    });

    it("takes an object once", async () => {
      await put("upl_a", Buffer.from("first"));
      await expect(put("upl_a", Buffer.from("second"))).rejects.toMatchObject({
        code: "upload_already_used",
      });
      expect(Buffer.from(await tested.store.read("upl_a")).toString()).toBe("first");
    });

    it("lists what it has under a prefix, each with when it came, and what is in parts as that", async () => {
      await put("upl_a", Buffer.from("a"));
      await put("upl_b", Buffer.from("b"));
      await put("other", Buffer.from("c"));
      const begin = (key: string) => tested.store.parts.begin({ key, type: "video/mp4" });
      const multipartId = await begin("upl_c");
      await begin("others");
      const items = await listAll(tested.store, "upl_");
      expect(items[0]).toMatchObject({ key: "upl_c", multipartId });
      const whole = items.slice(1);
      expect(whole.map(({ key, multipartId }) => [key, multipartId]).sort()).toEqual([
        ["upl_a", undefined],
        ["upl_b", undefined],
      ]);
      for (const { at } of items) {
        expect(Math.abs(Date.now() - at.getTime())).toBeLessThan(60_000);
      }
    });

    it("lists whatever there is, in pages, until it is deleted", async () => {
      const keys = Array.from({ length: 5 }, (_, number) => `upl_${number}`);
      for (const key of keys) await put(key, Buffer.from("12345"));
      for (const key of keys) await tested.store.parts.begin({ key, type: "video/mp4" });
      const items = await listAll(tested.store, "upl_");
      expect(items.map(({ key }) => key).sort()).toEqual([...keys, ...keys].sort());
      for (const { key, multipartId } of items) {
        if (multipartId !== undefined) await tested.store.parts.abort({ key, multipartId });
        else expect(await tested.store.delete(key)).toEqual({ versions: 1, bytes: 5 });
      }
      expect(await listAll(tested.store, "upl_")).toEqual([]);
      expect(await tested.list()).toEqual([]);
    });

    it("counts what it deletes, and deletes what is gone without complaint", async () => {
      await put("upl_a", Buffer.from("12345"));
      expect(await tested.store.delete("upl_a")).toEqual({ versions: 1, bytes: 5 });
      expect(await tested.store.delete("upl_a")).toEqual({ versions: 0, bytes: 0 });
      expect(await tested.store.size("upl_a")).toBeUndefined();
      const missing = { code: "upload_incomplete" };
      await expect(tested.store.read("upl_a")).rejects.toMatchObject(missing);
      await expect(tested.store.readStart("upl_a", 1)).rejects.toMatchObject(missing);
    });
  });
}
