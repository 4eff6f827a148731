import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asCaption, asProblem, createVisitor } from "../src/testing/api-client.ts";
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

const DECLARATION = { name: "photo.jpg", type: "image/jpeg", bytes: 1_000 };

const declare = (body: unknown, type = "application/json") =>
  createVisitor(api.url).postJson("/uploads", body, { "content-type": type });

/** A form by hand, as its clients write it. */
async function sendForm(type: string, boundary = "XX") {
  const { bytes } = await makePhoto();
  const body = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const headers = { "content-type": type, prefer: "wait=30" };
  return createVisitor(api.url).send("/captions", { method: "POST", headers, body });
}

describe("a content type as clients write it", () => {
  it.each([
    "application/json;",
    "application/json; charset",
    "application/json;charset=utf-8;",
    "application/json ; a=b",
    "Application/JSON; charset=UTF-8",
  ])("%s is JSON", async (type) => {
    expect((await declare(DECLARATION, type)).status).toBe(201);
  });

  it.each([
    ["multipart/form-data; boundary=XX; charset=utf-8", "XX"],
    ["multipart/form-data; charset=utf-8; boundary=XX", "XX"],
    ["multipart/form-data; boundary=XX;", "XX"],
    ["multipart/form-data ; boundary=XX", "XX"],
    ['multipart/form-data; boundary="X X"', "X X"],
  ])("%s is a form", async (type, boundary) => {
    const response = await sendForm(type, boundary);
    expect(response.status).toBe(201);
    expect(await asCaption(response)).toMatchObject({ state: "done" });
  });

  it.each([
    "multipart/form-data; boundary=",
    'multipart/form-data; boundary=""',
    "multipart/form-data; boundary",
  ])("%s names no boundary", async (type) => {
    expect(await asProblem(await sendForm(type))).toMatchObject({
      status: 400,
      code: "invalid_request",
      detail: expect.stringContaining("names no boundary"),
    });
  });

  it.each([
    "application/jsonx",
    "application/x-www-form-urlencoded",
    "application/json, text/html",
  ])("%s is another", async (type) => {
    expect(await asProblem(await declare(DECLARATION, type))).toMatchObject({
      status: 415,
      code: "unsupported_content_type",
    });
  });
});

describe("JSON", () => {
  const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;

  it("however deep it is, is refused by its kind", async () => {
    const body = JSON.stringify(DECLARATION).replace('"photo.jpg"', deep);
    expect(await asProblem(await declare(body))).toMatchObject({
      status: 400,
      code: "invalid_request",
      errors: [{ pointer: "/name", detail: "An array of 1 entry is not a string." }],
    });
    expect(await asProblem(await declare(deep))).toMatchObject({ status: 400 });
  });

  it.each(["constructor", "toString", "__proto__"])(
    "may name a type of %s, which is none",
    async (type) => {
      expect(await asProblem(await declare({ ...DECLARATION, type }))).toMatchObject({
        status: 415,
        code: "upload_type_unsupported",
        detail: expect.stringContaining(`of type ${type}.`),
      });
    },
  );
});

it.each(["constructor", "__proto__", "hasOwnProperty"])(
  "the reference page has no file named %s",
  async (name) => {
    expect(await asProblem(await createVisitor(api.url).get(`/docs/${name}`))).toMatchObject({
      status: 404,
      code: "not_found",
    });
  },
);
