import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asDeclared, asProblem, createVisitor } from "../src/testing/api-client.ts";
import type { FakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { makePhoto } from "../src/testing/make-photo.ts";
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

const file = (content: Uint8Array | string, name = "photo.jpg", type = "image/jpeg") => ({
  bytes: typeof content === "string" ? Buffer.from(content) : content,
  name,
  type,
});

/** The header of a PNG that claims to be larger, or smaller, than it is. */
async function pngClaiming(width: number, height: number) {
  const bytes = Buffer.from((await makePhoto({ format: "png" })).bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return file(bytes, "photo.png", "image/png");
}

describe("a file that cannot be captioned", () => {
  const files = {
    "a text file named .jpg": () => file("Dear diary, today I was a photo."),
    "an SVG named .jpg": () => file('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    "an SVG": () => file("<svg/>", "a.svg", "image/svg+xml"),
    "a video": () => file("....ftypmp42", "a.mp4", "video/mp4"),
    "an empty file": () => file(""),
    "a picture without pixels": () => pngClaiming(0, 240),
    "a picture of 60 megapixels": () => pngClaiming(10_000, 6_000),
    "a truncated JPEG": async () => {
      const { bytes } = await makePhoto({ width: 1200, height: 900 });
      return file(bytes.subarray(0, bytes.length / 2));
    },
    "a JPEG of which only the start is right": async () => {
      const { bytes } = await makePhoto();
      return file(Buffer.concat([bytes.subarray(0, 20), Buffer.alloc(5_000, 7)]));
    },
  };
  const expected: Record<keyof typeof files, readonly [number, string]> = {
    "a text file named .jpg": [415, "image_type_mismatch"],
    "an SVG named .jpg": [415, "image_type_mismatch"],
    "an SVG": [415, "upload_type_unsupported"],
    "a video": [415, "upload_type_unsupported"],
    "an empty file": [422, "upload_empty"],
    "a picture without pixels": [422, "image_empty"],
    "a picture of 60 megapixels": [422, "image_too_many_pixels"],
    "a truncated JPEG": [422, "image_truncated"],
    "a JPEG of which only the start is right": [422, "image_unreadable"],
  };

  it.each(Object.keys(files) as (keyof typeof files)[])(
    "%s has a problem of its own",
    async (kind) => {
      const calls = gemini.requests.length;
      const response = await createVisitor(api.url).caption(await files[kind]());
      const [status, code] = expected[kind];
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect(await asProblem(response)).toMatchObject({ status, code });
      expect(await api.storedUploads()).toEqual([]);
      expect(gemini.requests.length, "no money was spent on it").toBe(calls);
    },
  );
});

describe("options that are not there", () => {
  it.each([
    ["6 variants", { variants: 6 }, "/options/variants"],
    ["a tone nobody knows", { tone: "sarcastic" }, "/options/tone"],
    [
      "an instruction of 10,000 characters",
      { instruction: "a".repeat(10_000) },
      "/options/instruction",
    ],
    ["an unknown option", { colour: "red" }, "/options"],
    ["an unknown platform", { platform: "myspace" }, "/options/platform"],
    ["a language that is none", { language: "english please" }, "/options/language"],
    ["31 hashtags", { hashtags: 31 }, "/options/hashtags"],
  ])("%s: named, and nothing is kept", async (_, options, pointer) => {
    const response = await createVisitor(api.url).caption(
      await makePhoto(),
      JSON.stringify(options),
    );
    expect(await asProblem(response)).toMatchObject({
      status: 422,
      code: "invalid_options",
      errors: [{ pointer }],
    });
    expect(await api.storedUploads()).toEqual([]);
  });

  it("broken JSON is told from wrong options", async () => {
    const response = await createVisitor(api.url).caption(await makePhoto(), '{"tone":');
    expect(await asProblem(response)).toMatchObject({ status: 400, code: "invalid_json" });
    expect(await api.storedUploads()).toEqual([]);
  });
});

describe("a request that does not fit", () => {
  it.each([
    ["an unknown id", "GET", "/captions/cap_01234567890123456789", 404],
    ["an id of another kind", "GET", "/captions/upl_01234567890123456789", 404],
    ["an id that is none", "DELETE", "/captions/1;drop", 404],
    ["a path that is not there", "GET", "/nothing", 404],
    ["a cursor of another list", "GET", "/captions?cursor=abc", 400],
    ["a page of 1,000", "GET", "/captions?limit=1000", 400],
  ])("%s", async (_, method, path, status) => {
    const response = await createVisitor(api.url).send(path, { method });
    expect(response.status).toBe(status);
    expect(await asProblem(response)).toMatchObject({ status, requestId: /^req_/u });
  });

  it("a body that is not JSON, and one that says it is something else", async () => {
    const visitor = createVisitor(api.url);
    expect(await asProblem(await visitor.postJson("/captions", "{nope"))).toMatchObject({
      code: "invalid_json",
    });
    const text = { "content-type": "text/plain" };
    expect(await asProblem(await visitor.postJson("/captions", "{}", text))).toMatchObject({
      status: 415,
      code: "unsupported_content_type",
    });
  });

  it("a key that no header can carry", async () => {
    const response = await createVisitor(api.url).caption(
      await makePhoto(),
      {},
      { "idempotency-key": "a key with spaces" },
    );
    expect(await asProblem(response)).toMatchObject({ code: "idempotency_key_invalid" });
    expect(await api.storedUploads()).toEqual([]);
  });
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
    ["of a wrong type", { type: "video/mp4" }, 415, "upload_type_unsupported"],
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
