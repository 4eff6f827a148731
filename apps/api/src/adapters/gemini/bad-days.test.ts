import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { AppError } from "../../errors/app-error.ts";
import type { CaptionRequest } from "../../ports/caption-model.ts";
import type { Behaviour, FakeGemini } from "../../testing/fake-gemini/index.ts";
import { startFakeGemini } from "../../testing/fake-gemini/index.ts";
import { makeCaptionRequest } from "../../testing/make-caption-request.ts";
import type { GeminiConfig } from "./config.ts";
import { createGeminiModel } from "./index.ts";

let gemini: FakeGemini;
let waits: number[];

beforeEach(async () => {
  gemini = await startFakeGemini();
  waits = [];
});

afterEach(() => gemini.close());

/** A model whose waits take no time, and whose clock they alone move. */
function createModel(config: Partial<GeminiConfig> = {}) {
  let time = Date.parse("2026-11-24T12:00:00Z");
  const clock = {
    now: () => time,
    random: () => 0.5,
    sleep: async (ms: number) => {
      waits.push(ms);
      time += ms;
    },
  };
  return createGeminiModel({ apiKey: gemini.apiKey, baseUrl: gemini.url, clock, ...config });
}

const write = async (config?: Partial<GeminiConfig>, overrides?: Partial<CaptionRequest>) =>
  createModel(config).write(await makeCaptionRequest({}, overrides));

async function failure(config?: Partial<GeminiConfig>): Promise<AppError> {
  return write(config).then(
    () => expect.unreachable("captions were written all the same"),
    (error: AppError) => error,
  );
}

describe("a fault that passes", () => {
  const passing: Behaviour[] = [
    { kind: "rateLimit", retryDelay: "2s" },
    { kind: "rateLimit", retryDelay: null },
    { kind: "error", status: 408 },
    { kind: "error", status: 499 },
    { kind: "error", status: 500 },
    { kind: "error", status: 503 },
    { kind: "error", status: 504 },
    { kind: "reset" },
    { kind: "cutOff" },
  ];

  test.each(passing)("$kind $status: tried again, and the person is told", async (behaviour) => {
    gemini.script(behaviour);
    const onRetry = vi.fn();
    const { drafts, usage } = await write({}, { onRetry });
    expect(drafts).toHaveLength(3);
    expect(usage.calls).toBe(2);
    expect(onRetry.mock.calls).toEqual([
      [expect.stringMatching(/^(The )?Gemini.+\.$/u), expect.any(Number)],
    ]);
    expect(onRetry.mock.calls[0]?.[1]).toBe(waits[0]);
  });

  test.each(["hang", "stall"] as const)("a %s: given up in time and tried again", async (kind) => {
    gemini.script({ kind });
    const { usage } = await write({ timeoutMs: 300 });
    // A machine that is busy may take as long for a good answer.
    expect(usage.calls).toBeGreaterThanOrEqual(2);
  });

  test("several in a row: tried again and again, with longer waits", async () => {
    gemini.script(
      { kind: "error", status: 503 },
      { kind: "cutOff" },
      { kind: "error", status: 500 },
    );
    const { usage } = await write();
    expect(usage.calls).toBe(4);
    expect(waits).toEqual([250, 500, 1_000]);
  });
});

describe("a fault that stays", () => {
  const always = (behaviour: Behaviour) => gemini.script(...Array(10).fill(behaviour));

  test("503: after eight tries, with a word on what to do", async () => {
    always({ kind: "error", status: 503 });
    expect(await failure()).toMatchObject({
      code: "model_unavailable",
      retryable: true,
      message: "Gemini is overloaded or out of order (HTTP 503). Try again in a few minutes.",
    });
    expect(gemini.requests).toHaveLength(8);
  });

  test("a hang: a timeout that names its time", async () => {
    always({ kind: "hang" });
    expect(await failure({ timeoutMs: 50, maxAttempts: 2 })).toMatchObject({
      code: "model_timeout",
      retryable: true,
      message: expect.stringContaining("within 1 s"),
    });
    expect(waits, "two tries, whether or not the server has read them").toHaveLength(1);
  });

  test("a body that always breaks off", async () => {
    always({ kind: "cutOff" });
    expect(await failure()).toMatchObject({
      code: "model_unavailable",
      message: "Gemini's answer broke off midway. Try again.",
    });
  });

  test("a server that is not there: named by its host", async () => {
    const baseUrl = await freeUrl();
    expect(await failure({ baseUrl })).toMatchObject({
      code: "model_unavailable",
      retryable: true,
      message: expect.stringContaining(`could not be reached at ${new URL(baseUrl).host}`),
    });
  });
});

describe("a rate limit", () => {
  test("is waited out for as long as Gemini says", async () => {
    gemini.script({ kind: "rateLimit", retryDelay: "46.15s" });
    await write();
    expect(waits).toEqual([46_400]);
  });

  test("longer than there is time is reported at once, with when to come back", async () => {
    gemini.script({ kind: "rateLimit", retryDelay: "3600s" });
    expect(await failure()).toMatchObject({
      code: "model_rate_limited",
      retryable: true,
      retryAfterMs: 3_600_000,
      message: expect.stringContaining("Try again in 3600 s"),
    });
    expect(waits).toEqual([]);
    expect(gemini.requests).toHaveLength(1);
  });
});

describe("a refusal that no retry mends", () => {
  test.each([
    [401, "model_rejected_key", /GEMINI_API_KEY/u],
    [402, "model_quota_exhausted", /Add credits/u],
    [403, "model_rejected_key", /GEMINI_API_KEY/u],
  ] as const)("HTTP %i: %s, after one call", async (status, code, fix) => {
    gemini.script({ kind: "error", status });
    expect(await failure()).toMatchObject({
      code,
      retryable: false,
      message: expect.stringMatching(fix),
    });
    expect(gemini.requests).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  test("a key that Google does not know is not repeated to anybody", async () => {
    const error = await failure({ apiKey: "a-secret-of-ours" });
    expect(error).toMatchObject({ code: "model_rejected_key", retryable: false });
    expect(error.message).not.toContain("a-secret-of-ours");
    expect(String(error.cause)).not.toContain("a-secret-of-ours");
  });

  test("a model that does not exist is named, with the variable that chose it", async () => {
    expect(await failure({ models: ["gemini-1-gone"] })).toMatchObject({
      code: "model_not_found",
      retryable: false,
      message: expect.stringMatching(/"gemini-1-gone".+GEMINI_MODEL/u),
    });
  });

  test("a region without a free tier", async () => {
    gemini.script({ kind: "region" });
    expect(await failure()).toMatchObject({
      code: "model_request_refused",
      retryable: false,
      message: expect.stringContaining("region of this server"),
    });
  });

  test("a picture that Gemini cannot read", async () => {
    const bytes = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]);
    const image = { type: "image/jpeg", bytes, width: 1, height: 1 } as const;
    await expect(write({}, { source: { kind: "image", image } })).rejects.toMatchObject({
      code: "model_request_refused",
      message: expect.not.stringContaining("generativeai.google"),
    });
  });
});

describe("a photo that Gemini declines", () => {
  test.each([
    [{ kind: "blockPrompt", reason: "PROHIBITED_CONTENT" }, /prohibited.+another photo/u],
    [{ kind: "blockPrompt", reason: "OTHER" }, /no reason.+another photo/u],
    [{ kind: "finish", reason: "SAFETY" }, /safety filter.+another photo/u],
    [{ kind: "finish", reason: "RECITATION" }, /too close.+another tone/u],
    [{ kind: "finish", reason: "LANGUAGE" }, /language.+another language/u],
  ] as const)("$kind $reason: said in words, after one call", async (behaviour, words) => {
    gemini.script(behaviour);
    expect(await failure()).toMatchObject({
      code: "model_blocked",
      retryable: false,
      message: expect.stringMatching(words),
    });
    expect(gemini.requests).toHaveLength(1);
  });
});

describe("an answer of no use", () => {
  const useless: Behaviour[] = [
    { kind: "breakSchema" },
    { kind: "notJson" },
    { kind: "empty" },
    { kind: "tooFew" },
  ];

  test.each(useless)("$kind: asked again at once", async (behaviour) => {
    gemini.script(behaviour);
    const { drafts, usage } = await write();
    expect(drafts).toHaveLength(3);
    expect(usage.calls).toBe(2);
    expect(waits).toEqual([]);
  });

  test.each(useless)("$kind twice: reported", async (behaviour) => {
    gemini.script(behaviour, behaviour);
    expect(await failure()).toMatchObject({ code: "model_answer_unusable", retryable: true });
    expect(gemini.requests).toHaveLength(2);
  });

  test("both calls are paid for", async () => {
    const once = (await write()).usage;
    gemini.script({ kind: "notJson" });
    const twice = (await write()).usage;
    expect(twice.inputTokens).toBe(once.inputTokens * 2);
    expect(twice.outputTokens).toBeGreaterThan(once.outputTokens);
  });
});

describe("no room for an answer", () => {
  const rooms = () =>
    gemini.requests.map(({ body }) => {
      const { generationConfig } = body as { generationConfig: { maxOutputTokens: number } };
      return generationConfig.maxOutputTokens;
    });

  test("is doubled", async () => {
    gemini.script({ kind: "maxTokens" });
    const { usage } = await write();
    const [first = 0, second = 0] = rooms();
    expect(second).toBe(first * 2);
    expect(usage.calls).toBe(2);
  });

  test("is doubled once, and then reported with what to ask for", async () => {
    gemini.script({ kind: "maxTokens" }, { kind: "maxTokens" });
    expect(await failure()).toMatchObject({
      code: "model_answer_unusable",
      retryable: true,
      message: expect.stringContaining("fewer variants"),
    });
    expect(rooms()).toHaveLength(2);
  });
});

describe("an abort", () => {
  test("ends a call under way with the signal's reason, and is not retried", async () => {
    gemini.script({ kind: "hang" });
    const controller = new AbortController();
    const writing = write({}, { signal: controller.signal });
    await expect.poll(() => gemini.requests.length).toBe(1);
    controller.abort(new Error("the person cancelled"));
    await expect(writing).rejects.toThrow("the person cancelled");
    expect(gemini.requests).toHaveLength(1);
  });

  test("before the call means no call", async () => {
    const signal = AbortSignal.abort(new Error("the person cancelled"));
    await expect(write({}, { signal })).rejects.toThrow("the person cancelled");
    expect(gemini.requests).toEqual([]);
  });
});

/** The URL of a port on which nobody listens. */
async function freeUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
}
