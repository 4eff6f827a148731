import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asCaption, asPage, asProblem, createVisitor } from "../src/testing/api-client.ts";
import type { Behaviour } from "../src/testing/fake-gemini/behaviour.ts";
import type { FakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { makePhoto } from "../src/testing/make-photo.ts";
import { readEvents } from "../src/testing/sse.ts";
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

describe("a passing fault of Gemini's", () => {
  it.each<[string, Behaviour]>([
    ["a rate limit with RetryInfo", { kind: "rateLimit", retryDelay: "0.2s" }],
    ["a 500", { kind: "error", status: 500 }],
    ["a 503", { kind: "error", status: 503 }],
    ["a reset connection", { kind: "reset" }],
    ["a body cut off in the middle", { kind: "cutOff" }],
    ["an answer without content", { kind: "maxTokens" }],
    ["an answer that breaks the schema", { kind: "breakSchema" }],
  ])("%s costs nobody the caption", async (_, behaviour) => {
    gemini.script(behaviour);
    const response = await createVisitor(api.url).caption(await makePhoto());
    expect(await asCaption(response)).toMatchObject({ state: "done", usage: { calls: 2 } });
  });

  it("is told to whoever watches", async () => {
    gemini.script({ kind: "rateLimit", retryDelay: "1s" });
    const visitor = createVisitor(api.url);
    const { id } = await asCaption(await visitor.caption(await makePhoto(), {}, {}));
    const events = await readEvents(await visitor.get(`/captions/${id}/events`));
    const retry = events.find((event) => event.type === "retry");
    expect(retry?.detail).toMatch(/Trying again in 1 s\.$/u);
    expect(events.at(-1)).toMatchObject({ type: "finished", caption: { state: "done" } });
  });
});

describe("a fault that stays", () => {
  it.each<[string, Behaviour, string, boolean]>([
    ["a key that is refused", { kind: "error", status: 403 }, "model_rejected_key", false],
    ["a quota used up", { kind: "error", status: 402 }, "model_quota_exhausted", false],
    ["a region without service", { kind: "region" }, "model_request_refused", false],
    ["a blocked prompt", { kind: "blockPrompt", reason: "SAFETY" }, "model_blocked", false],
    ["a wait of an hour", { kind: "rateLimit", retryDelay: "3600s" }, "model_rate_limited", true],
  ])(
    "%s is the caption's problem, and the photo is gone",
    async (_, behaviour, code, retryable) => {
      gemini.script(behaviour);
      const visitor = createVisitor(api.url);
      const problem = await asProblem(await visitor.caption(await makePhoto()));
      expect(problem).toMatchObject({ code, retryable });
      expect(problem.detail).not.toContain(gemini.apiKey);
      const [failed] = (await asPage(await visitor.get("/captions"))).items;
      expect(failed).toMatchObject({ state: "failed", problem: { code }, result: null });
      expect(failed?.receipt).toMatchObject({ objectVersions: 1 });
      expect(await api.storedUploads()).toEqual([]);
    },
  );
});

describe("a caption that is cancelled", () => {
  it("stops, and its photo is gone", async () => {
    gemini.script({ kind: "hang" });
    const calls = gemini.requests.length;
    const visitor = createVisitor(api.url);
    const { id } = await asCaption(await visitor.caption(await makePhoto(), {}, {}));
    const watched = visitor.get(`/captions/${id}/events`);
    await readEvents(await watched, (e) => e.type === "stage" && e.stage === "captioning");
    await expect.poll(() => gemini.requests.length).toBe(calls + 1);
    const cancelled = await asCaption(await visitor.postJson(`/captions/${id}/cancel`, {}));
    expect(cancelled).toMatchObject({
      state: "cancelled",
      problem: { code: "caption_cancelled" },
      receipt: { objectVersions: 1 },
    });
    expect(await api.storedUploads()).toEqual([]);
    expect((await asCaption(await visitor.get(`/captions/${id}`))).state).toBe("cancelled");
  });
});

describe("the limits", () => {
  it.each([
    ["tooLong", 2],
    // Chatter is stripped here: that is no reason to pay for another answer.
    ["chatter", 1],
  ] as const)(
    "are kept by a model whose answer is %s, in %i calls",
    async (kind, expectedCalls) => {
      gemini.script({ kind });
      const calls = gemini.requests.length;
      const response = await createVisitor(api.url).caption(await makePhoto(), {
        platform: "x",
        length: "short",
      });
      const { result } = await asCaption(response);
      expect(gemini.requests.length - calls).toBe(expectedCalls);
      for (const { characters, text } of result?.variants ?? []) {
        expect(characters).toBeLessThanOrEqual(100);
        expect(text).not.toMatch(/here is|an image of|^"/iu);
      }
    },
  );

  it("are kept by cutting where the model will not mend its ways", async () => {
    gemini.script({ kind: "tooLong" }, { kind: "tooLong" });
    const response = await createVisitor(api.url).caption(await makePhoto(), { length: "short" });
    const { result } = await asCaption(response);
    expect(result?.variants.every(({ cut, characters }) => cut && characters <= 100)).toBe(true);
  });
});
