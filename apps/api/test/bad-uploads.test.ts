import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { asDeclared, asProblem, createVisitor } from "../src/testing/api-client.ts";
import type { FakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { makePhoto } from "../src/testing/make-photo.ts";
import { SOON } from "../src/testing/soon.ts";
import type { RunningApi } from "../src/testing/start-api.ts";
import { startApi } from "../src/testing/start-api.ts";

let gemini: FakeGemini;
let api: RunningApi;

beforeAll(async () => {
  gemini = await startFakeGemini();
  api = await startApi({ GEMINI_API_KEY: gemini.apiKey, GEMINI_BASE_URL: gemini.url });
});

afterAll(async () => {
  await api.stop();
  await gemini.close();
});

describe("an upload", () => {
  const declare = async (change: object = {}) => {
    const visitor = createVisitor(api.url);
    const photo = await makePhoto();
    const declared = { name: photo.name, type: photo.type, bytes: photo.bytes.length, ...change };
    const response = await visitor.postJson("/uploads", declared);
    return { visitor, photo, response };
  };

  it.each([
    ["too large", { bytes: 30_000_000 }, 413, "upload_too_large"],
    ["of a wrong type", { type: "video/x-msvideo" }, 415, "upload_type_unsupported"],
    ["as a video where nothing reads one", { type: "video/mp4" }, 422, "media_not_possible"],
    ["empty", { bytes: 0 }, 422, "upload_empty"],
    ["of a size that is none", { bytes: -1 }, 400, "invalid_request"],
  ])("declared %s is refused before a byte is sent", async (_, change, status, code) => {
    const { response } = await declare(change);
    expect(await asProblem(response)).toMatchObject({ status, code });
  });

  it.each([
    ["more bytes than declared", (b: Uint8Array) => Buffer.concat([b, b]), "upload_size_mismatch"],
    ["fewer bytes than declared", (b: Uint8Array) => b.subarray(0, 99), "upload_size_mismatch"],
  ])("with %s is refused and not kept", async (_, change, code) => {
    const { response, photo } = await declare();
    const { target } = await asDeclared(response);
    const sent = await fetch(new URL(target.url, api.url), {
      method: "PUT",
      headers: target.headers,
      body: Buffer.from(change(photo.bytes)),
    });
    expect(await asProblem(sent)).toMatchObject({ status: 422, code });
    expect(await api.storedUploads()).toEqual([]);
  });

  it("with other bytes than a photo's is refused while it streams", async () => {
    const { response, photo } = await declare();
    const { target } = await asDeclared(response);
    const sent = await fetch(new URL(target.url, api.url), {
      method: "PUT",
      headers: target.headers,
      body: Buffer.alloc(photo.bytes.length, "text "),
    });
    expect(await asProblem(sent)).toMatchObject({ status: 415, code: "image_type_mismatch" });
    expect(await api.storedUploads()).toEqual([]);
  });

  it.each([
    ["another signature", (url: URL) => url.searchParams.set("signature", "x".repeat(43)), 403],
    ["a later end", (url: URL) => url.searchParams.set("expires", "9999999999999"), 403],
    ["more bytes", (url: URL) => url.searchParams.set("bytes", "99999999"), 403],
    ["another type", (url: URL) => url.searchParams.set("type", "text/html"), 403],
    [
      "another upload",
      (url: URL) => {
        url.pathname = "/api/uploads/upl_01234567890123456789/bytes";
      },
      403,
    ],
    [
      "an upload outside the store",
      (url: URL) => {
        url.pathname = "/api/uploads/..%2f..%2fsecret/bytes";
      },
      404,
    ],
    ["no signature", (url: URL) => url.searchParams.delete("signature"), 400],
    ["an end that is no time", (url: URL) => url.searchParams.set("expires", "soon"), 400],
  ])("takes no bytes at a URL with %s", async (_, forge, status) => {
    const { response, photo } = await declare();
    const { target } = await asDeclared(response);
    const url = new URL(target.url, api.url);
    forge(url);
    const headers = { "content-type": photo.type };
    const sent = await fetch(url, { method: "PUT", headers, body: Buffer.from(photo.bytes) });
    expect(await asProblem(sent)).toMatchObject({ status });
    expect(await api.storedUploads()).toEqual([]);
  });

  it("takes no bytes of another type than was signed", async () => {
    const { response, photo } = await declare();
    const { target } = await asDeclared(response);
    const headers = { "content-type": "text/html" };
    const body = Buffer.from(photo.bytes);
    const sent = await fetch(new URL(target.url, api.url), { method: "PUT", headers, body });
    expect(await asProblem(sent)).toMatchObject({ status: 415, code: "unsupported_content_type" });
  });

  it.each([
    ["more", (bytes: Uint8Array) => Buffer.concat([bytes, bytes]), 413, "upload_too_large"],
    ["fewer", (bytes: Uint8Array) => bytes.subarray(0, 99), 422, "upload_size_mismatch"],
  ])(
    "with %s bytes than declared and no announcement is refused",
    async (_, change, status, code) => {
      const { response, photo } = await declare();
      const { target } = await asDeclared(response);
      const sent = await fetch(new URL(target.url, api.url), {
        method: "PUT",
        headers: target.headers,
        body: new Blob([Buffer.from(change(photo.bytes))]).stream(),
        duplex: "half",
      });
      expect(await asProblem(sent)).toMatchObject({ status, code });
      expect(await api.storedUploads()).toEqual([]);
    },
  );

  it("takes its bytes once, of two senders at once as well, and none after it was deleted", async () => {
    const { response, photo, visitor } = await declare();
    const { upload, target } = await asDeclared(response);
    const put = () =>
      fetch(new URL(target.url, api.url), {
        method: "PUT",
        headers: target.headers,
        body: Buffer.from(photo.bytes),
      });
    const both = await Promise.all([put(), put()]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await put()).status).toBe(409);
    expect((await visitor.send(`/uploads/${upload.id}`, { method: "DELETE" })).status).toBe(204);
    expect((await put()).status).toBe(404);
    expect(await api.storedUploads()).toEqual([]);
  });

  it("is nobody else's to complete, caption or delete", async () => {
    const { upload } = await asDeclared((await declare()).response);
    const stranger = createVisitor(api.url);
    const answers = [
      await stranger.postJson(`/uploads/${upload.id}/complete`, {}),
      await stranger.send(`/uploads/${upload.id}`, { method: "DELETE" }),
      await stranger.postJson("/captions", { uploadId: upload.id }),
    ];
    for (const answer of answers) {
      expect(await asProblem(answer)).toMatchObject({ status: 404, code: "not_found" });
    }
  });

  it.each([
    ["a NUL", "a\0.jpg", "a.jpg"],
    ["half a character", "a\ud83d.jpg", "a\ufffd.jpg"],
    ["a path", "../../etc/passwd.jpg", "../../etc/passwd.jpg"],
  ])("may have %s in its name, which is no more than a name", async (_, name, kept) => {
    const { response } = await declare({ name });
    expect((await asDeclared(response)).upload.name).toBe(kept);
  });

  it("leaves its connection fit for use when it is refused in the middle", async () => {
    const bytes = 15 * 1024 ** 2;
    const { response, visitor } = await declare({ bytes });
    const { target } = await asDeclared(response);
    const body = Buffer.alloc(bytes, "text ");
    for (let tries = 0; tries < 3; tries += 1) {
      const url = new URL(target.url, api.url);
      const sent = await fetch(url, { method: "PUT", headers: target.headers, body });
      expect(await asProblem(sent)).toMatchObject({ status: 415 });
      const signal = AbortSignal.timeout(60_000);
      expect((await visitor.send("/limits", { signal })).status).toBe(200);
    }
  });

  it("leaves nothing behind when its sender goes away in the middle", async () => {
    const { response, photo } = await declare();
    const { target } = await asDeclared(response);
    const abort = new AbortController();
    const body = new ReadableStream({
      start(stream) {
        stream.enqueue(photo.bytes.subarray(0, 200));
        setTimeout(() => abort.abort(), 200);
      },
    });
    const { signal } = abort;
    const sent = fetch(new URL(target.url, api.url), {
      method: "PUT",
      headers: target.headers,
      body,
      duplex: "half",
      signal,
    });
    await expect(sent).rejects.toThrow();
    await vi.waitFor(async () => expect(await api.storedUploads()).toEqual([]), SOON);
  });

  it("is not captioned before its bytes are there, nor twice", async () => {
    const { response, photo, visitor } = await declare();
    const { upload, target } = await asDeclared(response);
    const early = await visitor.postJson("/captions", { uploadId: upload.id });
    expect(await asProblem(early)).toMatchObject({ status: 409, code: "upload_incomplete" });
    await fetch(new URL(target.url, api.url), {
      method: "PUT",
      headers: target.headers,
      body: Buffer.from(photo.bytes),
    });
    const answers = await Promise.all(
      [1, 2].map(() =>
        visitor.postJson("/captions", { uploadId: upload.id }, { prefer: "wait=30" }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});
