import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CaptionRequest } from "../../ports/caption-model.ts";
import { createCircuitBreaker } from "../../retry/circuit-breaker.ts";
import { SYSTEM_CLOCK } from "../../retry/retry.ts";
import type { FakeGemini } from "../../testing/fake-gemini/index.ts";
import { startFakeGemini } from "../../testing/fake-gemini/index.ts";
import { makeCaptionRequest } from "../../testing/make-caption-request.ts";
import { createMemoryState } from "../memory/shared-state.ts";
import { createGeminiModel } from "./index.ts";

const MODELS = ["gemini-3.8-flash", "gemini-3.5-flash"];

let gemini: FakeGemini;
beforeEach(async () => {
  gemini = await startFakeGemini({ models: MODELS });
});
afterEach(() => gemini.close());

function createModel(models: readonly string[] = MODELS) {
  const state = createMemoryState();
  return createGeminiModel({
    apiKey: gemini.apiKey,
    baseUrl: gemini.url,
    models,
    // Prices change with time.
    clock: { ...SYSTEM_CLOCK, now: () => Date.parse("2026-11-24T12:00:00Z") },
    breakerOf: (name) => createCircuitBreaker({ name, state, now: Date.now }),
  });
}

const write = async (models?: readonly string[], overrides?: Partial<CaptionRequest>) =>
  createModel(models).write(await makeCaptionRequest({}, overrides));

const asked = () => gemini.requests.map(({ model }) => model);

describe("a model that stands in", () => {
  it("is not asked while the first answers", async () => {
    expect(await write()).not.toHaveProperty("modelId");
    expect(asked()).toEqual([MODELS[0]]);
  });

  it.each([
    { kind: "error", status: 503 },
    { kind: "rateLimit", retryDelay: "30s" },
    { kind: "reset" },
  ] as const)("is asked at once where the first fails with $kind", async (behaviour) => {
    gemini.script(behaviour);
    const onRetry = vi.fn();
    const { modelId, usage } = await write(MODELS, { onRetry });
    expect(modelId).toBe(`gemini:${MODELS[1]}`);
    expect(usage.calls).toBe(2);
    expect(onRetry.mock.calls).toEqual([[expect.any(String), 0]]);
  });

  it("is asked where the first does not exist any more", async () => {
    const { modelId } = await write(["gemini-1-gone", "gemini-3.5-flash"]);
    expect(modelId).toBe("gemini:gemini-3.5-flash");
  });

  it("makes nothing worse where it does not exist", async () => {
    gemini.script({ kind: "error", status: 503 });
    expect(await write(["gemini-3.8-flash", "gemini-1-gone"])).not.toHaveProperty("modelId");
    expect(asked()).toEqual(["gemini-3.8-flash", "gemini-3.8-flash"]);
  });

  it("is not asked for what the first refuses", async () => {
    gemini.script({ kind: "blockPrompt", reason: "SAFETY" });
    await expect(write()).rejects.toMatchObject({ code: "model_blocked" });
    expect(gemini.requests).toHaveLength(1);
  });

  it("costs what it costs", async () => {
    const { usage: first } = await write();
    gemini.script({ kind: "error", status: 503 });
    const { usage: second } = await write();
    // Input costs twice as much with it, and output more than twice.
    expect(second.costUsd).toBeGreaterThan((first.costUsd ?? 0) * 1.9);
  });

  it("is reckoned with in what captions may cost", () => {
    const typical = (models: readonly string[]) => createModel(models).typicalUsd("photo") ?? 0;
    expect(typical(MODELS)).toBe(typical(["gemini-3.5-flash"]));
    expect(createModel([...MODELS, "gemini-of-tomorrow"]).typicalUsd("photo")).toBeUndefined();
  });
});
