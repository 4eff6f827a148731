import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FakeGemini } from "../../testing/fake-gemini/index.ts";
import { startFakeGemini } from "../../testing/fake-gemini/index.ts";
import { makeCaptionRequest } from "../../testing/make-caption-request.ts";
import { createGeminiModel } from "./index.ts";

let gemini: FakeGemini;

beforeEach(async () => {
  gemini = await startFakeGemini({ models: ["gemini-3.8-flash", "gemini-2.5-flash"] });
});

afterEach(() => gemini.close());

const createModel = (model?: string) =>
  createGeminiModel({
    apiKey: gemini.apiKey,
    baseUrl: gemini.url,
    ...(model === undefined ? {} : { models: [model] }),
  });

describe("captions of a photo", () => {
  test("come with alt text, what was seen, and what it cost", async () => {
    const request = await makeCaptionRequest({ tone: "witty", variants: 4, hashtags: 2 });
    const answer = await createModel().write(request);
    expect(answer.drafts).toHaveLength(4);
    expect(new Set(answer.drafts.map(({ body }) => body)).size).toBe(4);
    expect(answer.drafts[0]?.body).toContain("witty");
    expect(answer.drafts[0]?.hashtags).toHaveLength(2);
    expect(answer.altText).toContain("320 by 240");
    expect(answer.seen.description).toContain("320 by 240");
    expect(answer.usage).toEqual({
      calls: 1,
      inputTokens: expect.toSatisfy((tokens: number) => tokens > 1_120),
      outputTokens: expect.toSatisfy((tokens: number) => tokens > 96),
      costUsd: expect.toSatisfy((cost: number) => cost > 0),
    });
  });

  test("need one request, which holds the picture and the schema", async () => {
    await createModel().write(await makeCaptionRequest({ variants: 2 }));
    expect(gemini.requests).toHaveLength(1);
    expect(gemini.requests[0]).toMatchObject({
      model: "gemini-3.8-flash",
      pictures: [{ mimeType: "image/jpeg", width: 320, height: 240 }],
      body: {
        generationConfig: {
          responseMimeType: "application/json",
          responseSchema: { properties: { captions: { minItems: 2, maxItems: 2 } } },
          thinkingConfig: { thinkingLevel: "LOW" },
        },
      },
    });
  });

  test("are asked for without the sampling settings that Gemini 3 advises against", async () => {
    await createModel().write(await makeCaptionRequest());
    const sent = JSON.stringify(gemini.requests);
    expect(sent).not.toMatch(/temperature|topP|topK|candidateCount/u);
  });

  test("are asked for without a thinking level from a model that has none", async () => {
    const model = createModel("gemini-2.5-flash");
    const { usage } = await model.write(await makeCaptionRequest());
    expect(gemini.requests[0]?.model).toBe("gemini-2.5-flash");
    expect(JSON.stringify(gemini.requests)).not.toContain("thinkingConfig");
    expect(usage).not.toHaveProperty("costUsd");
  });

  test("leave room to think, the more the more is to be written", async () => {
    const model = createModel();
    await model.write(await makeCaptionRequest({ variants: 1, length: "short" }));
    await model.write(await makeCaptionRequest({ variants: 5, length: "long" }));
    const [small, large] = gemini.requests.map(({ body }) => {
      const { generationConfig } = body as { generationConfig: { maxOutputTokens: number } };
      return generationConfig.maxOutputTokens;
    });
    expect(small).toBeGreaterThan(8_000);
    expect(large).toBeGreaterThan(small ?? Number.NaN);
  });

  test("are put together from an answer in several parts", async () => {
    gemini.script({ kind: "parts" });
    const answer = await createModel().write(await makeCaptionRequest({ variants: 3 }));
    expect(answer.drafts).toHaveLength(3);
  });

  test("keep to the number asked for where Gemini writes more", async () => {
    gemini.script({ kind: "tooMany" });
    const answer = await createModel().write(await makeCaptionRequest({ variants: 2 }));
    expect(answer.drafts).toHaveLength(2);
    expect(answer.usage.calls).toBe(1);
  });
});

describe("an estimate", () => {
  test("is about what a photo's captions cost in the end", async () => {
    const model = createModel();
    const { usage } = await model.write(await makeCaptionRequest({ variants: 3 }));
    const estimate = model.typicalUsd("photo") ?? 0;
    expect(estimate).toBeGreaterThan((usage.costUsd ?? Number.NaN) / 3);
    expect(estimate).toBeLessThan((usage.costUsd ?? Number.NaN) * 3);
  });

  test("is none for a model whose price we do not know", () => {
    expect(createModel("gemini-2.5-flash").typicalUsd("photo")).toBeUndefined();
  });
});

describe("a revision", () => {
  test("needs no picture and keeps what was seen", async () => {
    const seen = { description: "A dog on a beach.", facts: { dogs: 1 } };
    const source = { kind: "seen", seen, previous: ["Low tide."] } as const;
    const answer = await createModel().write(await makeCaptionRequest({}, { source }));
    expect(answer.seen).toEqual(seen);
    expect(gemini.requests[0]?.pictures).toEqual([]);
  });
});

describe("drafts that break the limits", () => {
  test("are handed on, and a repair round mends them", async () => {
    gemini.script({ kind: "tooLong" });
    const model = createModel();
    const request = await makeCaptionRequest({ length: "short", variants: 1 });
    const { drafts, altText } = await model.write(request);
    expect(drafts[0]?.body.length).toBeGreaterThan(request.limits.maxCharacters);
    const repair = { drafts, altText, faults: ["Caption 1 is too long."] };
    const mended = await model.write({ ...request, repair });
    expect(mended.drafts[0]?.body.length).toBeLessThanOrEqual(request.limits.maxCharacters);
    expect(JSON.stringify(gemini.requests[1])).toContain("Caption 1 is too long.");
  });
});

describe("many captions at once", () => {
  test("are all written", async () => {
    const model = createModel();
    const requests = await Promise.all(
      Array.from({ length: 80 }, () => makeCaptionRequest({ variants: 1 })),
    );
    const answers = await Promise.all(requests.map((request) => model.write(request)));
    expect(answers.map(({ drafts }) => drafts.length)).toEqual(Array(80).fill(1));
  });

  test("wait their turn where too many calls are under way", async () => {
    gemini.script({ kind: "hang" });
    const model = createGeminiModel({
      apiKey: gemini.apiKey,
      baseUrl: gemini.url,
      maxConcurrent: 1,
    });
    const first = new AbortController();
    const request = await makeCaptionRequest({ variants: 1 });
    const stuck = model.write({ ...request, signal: first.signal });
    const waiting = model.write(request);
    await expect.poll(() => gemini.requests.length).toBe(1);
    first.abort(new Error("cancelled"));
    await expect(stuck).rejects.toThrow("cancelled");
    await expect(waiting).resolves.toMatchObject({ usage: { calls: 1 } });
    expect(gemini.requests).toHaveLength(2);
  });
});

test("the model's id names what the captions are cached by", () => {
  expect(createModel("models/gemini-2.5-flash").id).toBe("gemini:gemini-2.5-flash");
});
