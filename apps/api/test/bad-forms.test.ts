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

const photoFile = async () => {
  const { bytes, name, type } = await makePhoto();
  return new File([Buffer.from(bytes)], name, { type });
};

async function send(...parts: (readonly [string, string | File])[]) {
  const body = new FormData();
  for (const [name, value] of parts) body.append(name, value);
  return createVisitor(api.url).send("/captions", { method: "POST", body });
}

/** A multipart body by hand, with `x` as its boundary unless told otherwise. */
const sendRaw = (body: string | Buffer, type = "multipart/form-data; boundary=x") =>
  createVisitor(api.url).send("/captions", {
    method: "POST",
    headers: { "content-type": type },
    body,
  });

const START =
  '--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n';

describe("a form", () => {
  const forms: Record<string, readonly [() => Promise<Response>, number, string, string]> = {
    "without a file": [
      () => send(["options", "{}"]),
      400,
      "invalid_request",
      'The form has no "file".',
    ],
    "with text for a file": [() => send(["file", "text"]), 400, "invalid_request", 'no "file"'],
    "with the file in another field": [
      async () => send(["photo", await photoFile()]),
      400,
      "invalid_request",
      'no "file"',
    ],
    "with two files": [
      async () => send(["file", await photoFile()], ["file", await photoFile()]),
      400,
      "invalid_request",
      'more than one "file"',
    ],
    "with two options": [
      async () => send(["file", await photoFile()], ["options", "{}"], ["options", "{}"]),
      400,
      "invalid_request",
      'more than one "options"',
    ],
    "with a field we do not know": [
      async () => send(["file", await photoFile()], ["colour", "red"]),
      400,
      "invalid_request",
      'a field "colour"',
    ],
    "with gigantic options": [
      async () =>
        send(["file", await photoFile()], ["options", `{"instruction":"${"a".repeat(2e5)}"}`]),
      400,
      "invalid_request",
      '"options" of more than 65536 bytes',
    ],
    "with a list for options": [
      async () => send(["file", await photoFile()], ["options", "[]"]),
      422,
      "invalid_options",
      "[] is not an object",
    ],
    "with no text for options": [
      async () => send(["file", await photoFile()], ["options", ""]),
      400,
      "invalid_json",
      "not JSON",
    ],
    "without a boundary": [
      () => sendRaw("abc", "multipart/form-data"),
      400,
      "invalid_request",
      "names no boundary",
    ],
    "of another kind": [
      () => sendRaw("--x--", "multipart/mixed; boundary=x"),
      415,
      "unsupported_content_type",
      "multipart/mixed",
    ],
    "that is empty": [() => sendRaw(""), 400, "invalid_request", "ended early"],
    "that is no form": [() => sendRaw("abc"), 400, "invalid_request", "ended early"],
    "that ends within its file": [
      async () => sendRaw(Buffer.concat([Buffer.from(START), (await makePhoto()).bytes])),
      400,
      "invalid_request",
      "ended early",
    ],
    "that goes on and on": [
      async () => {
        const more = Buffer.alloc(27 * 1024 ** 2);
        return sendRaw(Buffer.concat([Buffer.from(START), (await makePhoto()).bytes, more]));
      },
      413,
      "upload_too_large",
      "larger than",
    ],
  };

  it.each(Object.keys(forms))("%s has a problem of its own, and nothing is kept", async (kind) => {
    const [request, status, code, sentence] = forms[kind] ?? [];
    const response = await request?.();
    if (response === undefined) throw new Error(`No form ${kind}.`);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const detail = expect.stringContaining(sentence ?? "");
    expect(await asProblem(response)).toMatchObject({ status, code, detail });
    expect(await api.storedUploads()).toEqual([]);
    // The same connection must go on to serve.
    const next = await createVisitor(api.url).send("/limits", {
      signal: AbortSignal.timeout(60_000),
    });
    expect(next.status).toBe(200);
  });

  it("may have options and a name that no database takes as they are", async () => {
    const options = '{"instruction":"a\\u0000b\\ud800"}';
    const visitor = createVisitor(api.url);
    const response = await visitor.caption(await makePhoto(), options);
    expect(await asCaption(response)).toMatchObject({
      state: "done",
      options: { instruction: "ab\ufffd" },
    });
  });
});
