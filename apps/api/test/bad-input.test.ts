import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asProblem, createVisitor } from "../src/testing/api-client.ts";
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

/** Words for a person: they begin, they end, and nothing of our insides is in them. */
const SENTENCE = /^(?!.*(undefined|null|NaN|vips|Error:)).{10,}\.$/u;

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
    "a video where nothing reads one": () => file("....ftypmp42", "a.mp4", "video/mp4"),
    "an empty file": () => file(""),
    "a picture without pixels": () => pngClaiming(0, 240),
    "a picture of 60 megapixels": () => pngClaiming(10_000, 6_000),
    "a PNG that ends after its signature": async () => {
      const { bytes } = await makePhoto({ format: "png" });
      return file(bytes.subarray(0, 8), "a.png", "image/png");
    },
    "a PDF named .png": () => file("%PDF-1.7\n%âãÏÓ", "a.png", "image/png"),
    "an HTML page that says it is a JPEG": () => file("<!doctype html><script>alert(1)</script>"),
    "a file without a name or a type": () => file("....ftypmp42", " ", ""),
    "a photo of more than 25 MiB": async () => {
      const { bytes } = await makePhoto();
      return file(Buffer.concat([bytes, Buffer.alloc(25 * 1024 ** 2)]));
    },
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
    "a video where nothing reads one": [422, "media_not_possible"],
    "an empty file": [422, "upload_empty"],
    "a picture without pixels": [422, "image_empty"],
    "a picture of 60 megapixels": [422, "image_too_many_pixels"],
    "a PNG that ends after its signature": [415, "image_type_mismatch"],
    "a PDF named .png": [415, "image_type_mismatch"],
    "an HTML page that says it is a JPEG": [415, "image_type_mismatch"],
    "a file without a name or a type": [415, "upload_type_unsupported"],
    "a photo of more than 25 MiB": [413, "upload_too_large"],
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
      const problem = await asProblem(response);
      expect(problem).toMatchObject({ status, code, detail: expect.stringMatching(SENTENCE) });
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
