import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makePhoto } from "../make-photo.ts";
import type { FakeGemini } from "./index.ts";
import { startFakeGemini } from "./index.ts";

let gemini: FakeGemini;

beforeEach(async () => {
  gemini = await startFakeGemini();
});

afterEach(() => gemini.close());

const SAY_HI = { contents: [{ role: "user", parts: [{ text: "Say hi." }] }] };

interface Post {
  readonly key?: string;
  readonly model?: string;
  readonly method?: string;
}

function post(body: unknown, options: Post = {}): Promise<Response> {
  const { key = gemini.apiKey, model = "gemini-3.8-flash", method = "generateContent" } = options;
  return fetch(`${gemini.url}/v1beta/models/${model}:${method}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(key === "" ? {} : { "x-goog-api-key": key }),
    },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

async function refusal(body: unknown, options?: Post) {
  const response = await post(body, options);
  const { error } = (await response.json()) as { error: { code: number; message: string } };
  expect(error.code).toBe(response.status);
  return error;
}

const withPart = (part: object) => ({ contents: [{ parts: [part] }] });

async function withPicture(format: "jpeg" | "png" | "webp", mimeType = `image/${format}`) {
  const { bytes } = await makePhoto({ format });
  return withPart({ inlineData: { mimeType, data: Buffer.from(bytes).toString("base64") } });
}

describe("the order of checks", () => {
  test("an unknown name is told even to a stranger, with where it is", async () => {
    const body = { ...SAY_HI, generationConfig: { mood: 1 } };
    const error = await refusal(body, { key: "wrong" });
    expect(error).toMatchObject({
      code: 400,
      status: "INVALID_ARGUMENT",
      message:
        "Invalid JSON payload received. Unknown name \"mood\" at 'generation_config': Cannot find field.",
      details: [{ fieldViolations: [{ field: "generation_config" }] }],
    });
  });

  test("no key is forbidden", async () => {
    const error = await refusal(SAY_HI, { key: "" });
    expect(error).toMatchObject({ code: 403, status: "PERMISSION_DENIED" });
  });

  test("a wrong key is an invalid argument, with a reason for programs", async () => {
    const error = await refusal(SAY_HI, { key: "wrong", model: "no-such-model" });
    expect(error).toMatchObject({ code: 400, details: [{ reason: "API_KEY_INVALID" }, {}] });
  });

  test("a model that is not there comes next, by its name", async () => {
    const error = await refusal({ contents: [] }, { model: "gemini-1" });
    expect(error).toMatchObject({
      code: 404,
      message: expect.stringMatching(/^models\/gemini-1 /u),
    });
  });

  test("what is refused never gets as far as the model", async () => {
    gemini.script({ kind: "error", status: 503 });
    await refusal({ contents: [] });
    expect(gemini.requests).toEqual([]);
    expect(await refusal(SAY_HI)).toMatchObject({ code: 503 });
  });
});

describe("the form of a request", () => {
  test.each([
    ["camelCase", { generationConfig: { maxOutputTokens: 900 } }],
    ["snake_case", { generation_config: { max_output_tokens: 900 } }],
    [
      "a schema's own properties",
      {
        generationConfig: {
          responseMimeType: "application/json",
          responseSchema: { type: "object", properties: { anyName: { type: "STRING" } } },
        },
      },
    ],
  ])("%s is taken", async (_, extra) => {
    expect((await post({ ...SAY_HI, ...extra })).status).toBe(200);
  });

  test.each([
    ["broken JSON", "{", "Unexpected token"],
    [
      "a number as text",
      { ...SAY_HI, generationConfig: { maxOutputTokens: "many" } },
      "TYPE_INT32",
    ],
    [
      "an unknown level",
      { generationConfig: { thinkingConfig: { thinkingLevel: "MAX" } } },
      "Level",
    ],
    [
      "the media type as a format's enum",
      {
        ...SAY_HI,
        generationConfig: { responseFormat: { text: { mimeType: "application/json" } } },
      },
      "generation_config.response_format.text.mime_type",
    ],
    ["no contents", {}, "contents is not specified"],
    ["no parts", { contents: [{ parts: [] }] }, "must not be empty"],
    [
      "a level the model lacks",
      {
        ...SAY_HI,
        generationConfig: { thinkingConfig: { thinkingLevel: "MINIMAL" } },
      },
      "'minimal' is not a supported thinking level",
    ],
    [
      "a data URL",
      withPart({ inlineData: { mimeType: "image/png", data: "data:image/png;base64," } }),
      "Base64 decoding failed",
    ],
  ])("%s is refused", async (_, body, message) => {
    const error = await refusal(body);
    expect(error).toMatchObject({ code: 400, message: expect.stringContaining(message) });
  });

  test("more than 20 MiB is refused", async () => {
    const error = await refusal(withPart({ text: "a".repeat(21 * 1024 * 1024) }));
    expect(error.message).toContain("payload size exceeds the limit");
  });
});

describe("a picture", () => {
  test.each(["jpeg", "png"] as const)("is taken as %s, and its size noted", async (format) => {
    expect((await post(await withPicture(format))).status).toBe(200);
    expect(gemini.requests[0]?.pictures).toMatchObject([{ width: 320, height: 240 }]);
  });

  test("is not kept: only how long it was", async () => {
    await post(await withPicture("jpeg"));
    expect(JSON.stringify(gemini.requests)).toMatch(/"data":"\[\d+ characters\]"/u);
  });

  test("is counted as tokens", async () => {
    const response = await post(await withPicture("jpeg"));
    expect(await response.json()).toMatchObject({
      usageMetadata: { promptTokensDetails: [{}, { modality: "IMAGE", tokenCount: 1_120 }] },
    });
  });

  test.each([
    ["of another kind than it says", () => withPicture("png", "image/jpeg")],
    ["of a kind this fake cannot read", () => withPicture("webp")],
    [
      "that is half there",
      async () => {
        const { bytes } = await makePhoto();
        const data = Buffer.from(bytes.subarray(0, bytes.length / 2)).toString("base64");
        return withPart({ inlineData: { mimeType: "image/jpeg", data } });
      },
    ],
    [
      "that is text",
      async () =>
        withPart({ inlineData: { mimeType: "image/jpeg", data: btoa("Dear diary, a photo") } }),
    ],
  ])("%s is refused", async (_, body) => {
    const error = await refusal(await body());
    expect(error.message).toContain("Unable to process input image");
  });
});

describe("an answer", () => {
  test("has what a recorded one has", async () => {
    const response = await post(SAY_HI);
    expect(response.headers.get("content-type")).toBe("application/json; charset=UTF-8");
    expect(await response.json()).toEqual({
      candidates: [
        {
          content: {
            role: "model",
            parts: [{ text: expect.any(String), thoughtSignature: expect.any(String) }],
          },
          finishReason: "STOP",
          index: 0,
        },
      ],
      usageMetadata: {
        promptTokenCount: 2,
        candidatesTokenCount: expect.any(Number),
        thoughtsTokenCount: 512,
        totalTokenCount: expect.any(Number),
        promptTokensDetails: [{ modality: "TEXT", tokenCount: 2 }],
        serviceTier: "standard",
      },
      modelVersion: "gemini-3.8-flash",
      responseId: expect.any(String),
    });
  });

  test("ends without content where thinking takes all the room", async () => {
    const response = await post({ ...SAY_HI, generationConfig: { maxOutputTokens: 100 } });
    const body = (await response.json()) as { usageMetadata: object };
    expect(body).toMatchObject({ candidates: [{ content: {}, finishReason: "MAX_TOKENS" }] });
    expect(body.usageMetadata).not.toHaveProperty("candidatesTokenCount");
  });

  test("has no candidates where the prompt is blocked", async () => {
    gemini.script({ kind: "blockPrompt", reason: "SAFETY" });
    const body = await (await post(SAY_HI)).json();
    expect(body).toMatchObject({ promptFeedback: { blockReason: "SAFETY" } });
    expect(body).not.toHaveProperty("candidates");
  });

  test("comes as an event where it is streamed", async () => {
    const response = await post(SAY_HI, { method: "streamGenerateContent?alt=sse" });
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    const [, json = ""] = /^data: (.+)\r\n\r\n$/u.exec(await response.text()) ?? [];
    expect(JSON.parse(json)).toMatchObject({ candidates: [{ finishReason: "STOP" }] });
  });

  test("keeps the tightest limit and tells captions apart", async () => {
    const hashtags = { type: "ARRAY", items: { type: "STRING" } };
    const item = { type: "OBJECT", properties: { body: { type: "STRING" }, hashtags } };
    const captions = { type: "ARRAY", minItems: 5, items: item };
    const text = "Length: 10 to 18 characters, never more than 20 characters. Hashtags: at most 3";
    const response = await post({
      ...withPart({ text }),
      generationConfig: {
        responseMimeType: "application/json",
        responseSchema: { type: "OBJECT", properties: { captions } },
      },
    });
    const { candidates } = (await response.json()) as {
      candidates: [{ content: { parts: [{ text: string }] } }];
    };
    const answer = JSON.parse(candidates[0].content.parts[0].text) as {
      captions: { body: string; hashtags: string[] }[];
    };
    expect(new Set(answer.captions.map(({ body }) => body)).size).toBe(5);
    const posts = answer.captions.map(({ body, hashtags }) => [body, ...hashtags].join(" "));
    expect(posts.filter((post) => post.length > 20)).toEqual([]);
  });
});

describe("a script", () => {
  test("happens in its order, and then all is well", async () => {
    gemini.script({ kind: "error", status: 500 }, { kind: "rateLimit", retryDelay: "46s" });
    const statuses: number[] = [];
    for (let call = 0; call < 3; call += 1) statuses.push((await post(SAY_HI)).status);
    expect(statuses).toEqual([500, 429, 200]);
  });

  test("can tell when to come back", async () => {
    gemini.script({ kind: "rateLimit", retryDelay: "46s" });
    expect(await refusal(SAY_HI)).toMatchObject({
      message: expect.stringMatching(/Please retry in 46s\.$/u),
      details: [{}, { violations: [{}] }, { retryDelay: "46s" }],
    });
  });
});

test("a model can be looked up", async () => {
  const headers = { "x-goog-api-key": gemini.apiKey };
  const found = await fetch(`${gemini.url}/v1beta/models/gemini-3.8-flash`, { headers });
  expect(await found.json()).toMatchObject({ name: "models/gemini-3.8-flash" });
  const missing = await fetch(`${gemini.url}/v1beta/models/gemini-1`, { headers });
  expect(missing.status).toBe(404);
});
