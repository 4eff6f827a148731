import { createHash, randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PartedObject, StoredPart } from "../../ports/part-store.ts";
import type { StoreUnderTest } from "./object-store.ts";

/** The least that S3 takes of a part that is not the last. */
const PART_BYTES = 5 * 1024 * 1024;
const KEY = "upl_a";

const used = expect.objectContaining({ code: "upload_already_used" });

/** What every object store does with objects that arrive in parts. */
export function partStoreContract(name: string, open: () => Promise<StoreUnderTest>) {
  describe(`${name} as a store of parts`, () => {
    let tested: StoreUnderTest;
    let object: PartedObject;
    const content = randomBytes(2 * PART_BYTES + 1_000);
    const contentOf = (number: number) =>
      content.subarray((number - 1) * PART_BYTES, number * PART_BYTES);

    beforeEach(async () => {
      tested = await open();
      object = { key: KEY, multipartId: await begin() };
    });
    afterEach(() => tested.close());

    const parts = () => tested.store.parts;
    const begin = () => tested.store.parts.begin({ key: KEY, type: "video/mp4" });
    const put = (number: number, bytes: Uint8Array = contentOf(number)) =>
      parts().put(object, { number, bytes: bytes.length }, Readable.from([bytes]));
    const putAll = () => Promise.all([put(3), put(1), put(2)]);
    const inOrder = (sent: readonly StoredPart[]) => sent.toSorted((a, b) => a.number - b.number);

    it("makes one object of parts that came in any order", async () => {
      const sent = inOrder(await putAll());
      expect(await tested.store.size(KEY)).toBeUndefined();
      const { bytes, sha256 } = await parts().complete(object, sent);
      expect(bytes).toBe(content.length);
      expect([null, createHash("sha256").update(content).digest("hex")]).toContain(sha256);
      expect(Buffer.from(await tested.store.read(KEY)).equals(content)).toBe(true);
      expect(await tested.list()).toHaveLength(1);
    });

    it("lists the parts that are here, as they were answered for", async () => {
      expect(await parts().list(object)).toEqual([]);
      const sent = [await put(3), await put(1)];
      expect(await parts().list(object)).toEqual(inOrder(sent));
    });

    it("takes a part again, and the last one counts", async () => {
      const first = await put(1, randomBytes(PART_BYTES));
      const sent = inOrder(await putAll());
      expect(sent[0]?.etag).not.toBe(first.etag);
      await expect(parts().complete(object, [first, ...sent.slice(1)])).rejects.toMatchObject({
        code: "upload_incomplete",
      });
      await parts().complete(object, sent);
      expect(Buffer.from(await tested.store.read(KEY)).equals(content)).toBe(true);
    });

    it("keeps one of a part's two senders at once, and whole", async () => {
      const both = [contentOf(1), randomBytes(PART_BYTES)];
      const answers = await Promise.all(both.map((bytes) => put(1, bytes)));
      const [kept] = await parts().list(object);
      expect(answers.map(({ etag }) => etag)).toContain(kept?.etag);
      expect(kept?.bytes).toBe(PART_BYTES);
    });

    it.each([
      ["fewer", -1],
      ["more", 1],
    ])("refuses a part with %s bytes than announced, and names it", async (_, difference) => {
      const body = Readable.from([randomBytes(1_000 + difference)]);
      const sending = parts().put(object, { number: 3, bytes: 1_000 }, body);
      await expect(sending).rejects.toMatchObject({
        code: "upload_size_mismatch",
        message: expect.stringContaining("art 3"),
      });
      expect(await parts().list(object)).toEqual([]);
    });

    it("leaves a part as it was where another sending of it breaks off", async () => {
      const sent = await put(1);
      const broken = Readable.from(
        (async function* () {
          yield randomBytes(1_000);
          throw Object.assign(new Error("gone"), { code: "ECONNRESET" });
        })(),
      );
      await expect(
        parts().put(object, { number: 1, bytes: PART_BYTES }, broken),
      ).rejects.toMatchObject({ code: "upload_incomplete", retryable: true });
      expect(await parts().list(object)).toEqual([sent]);
    });

    it("completes nothing of which a part is missing, and loses none", async () => {
      const sent = [await put(1), await put(2)];
      const third = { number: 3, etag: sent[0]?.etag ?? "" };
      await expect(parts().complete(object, [...sent, third])).rejects.toMatchObject({
        code: "upload_incomplete",
      });
      expect(await tested.store.size(KEY)).toBeUndefined();
      expect(await parts().list(object)).toEqual(sent);
    });

    it("completes once, however often and at once it is asked to", async () => {
      const sent = inOrder(await putAll());
      const both = await Promise.all([1, 2].map(() => parts().complete(object, sent)));
      const again = await parts().complete(object, sent);
      for (const { bytes } of [...both, again]) expect(bytes).toBe(content.length);
      expect(await tested.list()).toHaveLength(1);
    });

    it("drops all parts when it is aborted, and takes no more", async () => {
      const sent = inOrder(await putAll());
      await parts().abort(object);
      await parts().abort(object);
      expect(await tested.list()).toEqual([]);
      await expect(put(1)).rejects.toEqual(used);
      await expect(parts().list(object)).rejects.toEqual(used);
      await expect(parts().complete(object, sent)).rejects.toEqual(used);
      expect(await tested.list()).toEqual([]);
    });

    it("has either all or nothing of what is completed and aborted at once", async () => {
      const sent = inOrder(await putAll());
      const [completed] = await Promise.allSettled([
        parts().complete(object, sent),
        parts().abort(object),
      ]);
      const size = await tested.store.size(KEY);
      expect(size).toBe(completed.status === "fulfilled" ? content.length : undefined);
      expect(await tested.list()).toHaveLength(size === undefined ? 0 : 1);
    });

    it("takes no part of what is complete, and keeps that when it is aborted", async () => {
      await parts().complete(object, inOrder(await putAll()));
      await expect(put(1)).rejects.toEqual(used);
      await parts().abort(object);
      expect(await tested.store.size(KEY)).toBe(content.length);
    });

    it("drops a part that arrives while its object is aborted", async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const body = Readable.from(
        (async function* () {
          yield contentOf(1).subarray(0, 1_000);
          await promise;
          yield contentOf(1).subarray(1_000);
        })(),
      );
      const sending = parts().put(object, { number: 1, bytes: PART_BYTES }, body);
      const refused = expect(sending).rejects.toEqual(used);
      await new Promise((done) => setTimeout(done, 50));
      await parts().abort(object);
      resolve();
      await refused;
      expect(await tested.list()).toEqual([]);
    });

    it("signs each part for a while, at a place of its own", async () => {
      const sign = (number: number) => parts().sign(object, { number, bytes: PART_BYTES });
      const [first, second] = await Promise.all([sign(1), sign(2)]);
      expect(first.method).toBe("PUT");
      expect(first.url).toContain(KEY);
      expect(first.url).not.toBe(second.url);
      const validMs = first.expiresAt.getTime() - Date.now();
      expect(validMs).toBeGreaterThan(60_000);
      expect(validMs).toBeLessThanOrEqual(60 * 60_000);
    });
  });
}
