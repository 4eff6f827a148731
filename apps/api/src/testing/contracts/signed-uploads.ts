import { beforeEach, describe, expect, it } from "vitest";
import type { PhotoFile, Visitor } from "../api-client.ts";
import { asArrived, asDeclared, asPartUrls, asProblem, asUpload } from "../api-client.ts";
import { makePhoto } from "../make-photo.ts";
import { padJpeg } from "../pad-file.ts";
import type { LargeFile } from "../send-parts.ts";
import { declareParts, partOf } from "../send-parts.ts";

/** An API whose store signs URLs, and somebody who uses it. */
export interface SigningApi {
  /** Where URLs begin that are a path only. */
  readonly url: string;
  readonly visitor: Visitor;
}

interface SignedUrl {
  readonly method: "PUT";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the signed URLs of every store let through over HTTP, and what not. */
export function signedUploadsContract(name: string, open: () => SigningApi) {
  describe(`a URL that ${name} signed`, () => {
    let photo: PhotoFile;
    let api: SigningApi;
    beforeEach(async () => {
      photo = await makePhoto();
      api = open();
    });

    async function declared() {
      const { name: file, type, bytes } = photo;
      const body = { name: file, type, bytes: bytes.length };
      return asDeclared(await api.visitor.postJson("/uploads", body));
    }

    async function send(
      { method, url, headers = {} }: SignedUrl,
      body: Uint8Array | Blob,
      other: Readonly<Record<string, string>> = {},
    ): Promise<boolean> {
      const bytes = body instanceof Blob ? body : Buffer.from(body);
      const answer = await fetch(new URL(url, api.url), {
        ...{ method, headers: { ...headers, ...other }, body: bytes },
      });
      await answer.arrayBuffer();
      if (!answer.ok) expect(answer.status).toBeLessThan(500);
      return answer.ok;
    }

    const complete = (id: string) => api.visitor.postJson(`/uploads/${id}/complete`, {});

    it("takes exactly the bytes that were declared", async () => {
      const { upload, target } = await declared();
      expect(await send(target, photo.bytes)).toBe(true);
      expect(await asUpload(await complete(upload.id))).toMatchObject({ state: "uploaded" });
    });

    it.each([
      ["one byte more", 1],
      ["one byte less", -1],
    ])("refuses %s, and takes the right ones after", async (_, difference) => {
      const { upload, target } = await declared();
      const other = Buffer.alloc(photo.bytes.length + difference);
      other.set(photo.bytes.subarray(0, other.length));
      expect(await send(target, other)).toBe(false);
      expect(await asProblem(await complete(upload.id))).toMatchObject({
        code: "upload_incomplete",
      });
      expect(await send(target, photo.bytes)).toBe(true);
      expect((await complete(upload.id)).status).toBe(200);
    });

    it("refuses another type than was declared", async () => {
      const { upload, target } = await declared();
      expect(await send(target, photo.bytes, { "content-type": "image/png" })).toBe(false);
      expect((await complete(upload.id)).status).toBe(409);
    });

    it("opens no other upload's place", async () => {
      const [mine, other] = [await declared(), await declared()];
      const url = mine.target.url.replace(mine.upload.id, other.upload.id);
      expect(await send({ ...mine.target, url }, photo.bytes)).toBe(false);
      expect((await complete(other.upload.id)).status).toBe(409);
    });

    it("takes a part of exactly its length, under its own number", async () => {
      const content = new Blob([Buffer.from(padJpeg(photo.bytes, 17 * 1024 ** 2))]);
      const file: LargeFile = { name: "a.jpg", type: "image/jpeg", content };
      const parted = await declareParts(api.visitor, file);
      const path = `/uploads/${parted.upload.id}`;
      const answer = await api.visitor.postJson(`${path}/part-urls`, { numbers: [1, 3] });
      const [first, last] = (await asPartUrls(answer)).targets;
      if (first === undefined || last === undefined) throw new Error("There are no URLs.");
      expect(await send(last, partOf(parted, file, 1))).toBe(false);
      expect(await send(last, partOf(parted, file, 3).slice(1))).toBe(false);
      const moved = { ...first, url: first.url.replace(/(partNumber=|parts\/)1/u, "$12") };
      expect(moved.url).not.toBe(first.url);
      expect(await send(moved, partOf(parted, file, 1))).toBe(false);
      for (const [target, number] of [[first, 1] as const, [last, 3] as const]) {
        expect(await send(target, partOf(parted, file, number))).toBe(true);
      }
      const { arrived } = await asArrived(await api.visitor.get(`${path}/parts`));
      expect(arrived.map(({ number }) => number)).toEqual([1, 3]);
    });
  });
}
