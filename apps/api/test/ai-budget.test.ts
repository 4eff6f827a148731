import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createGeminiModel } from "../src/adapters/gemini/index.ts";
import { asCaption, asProblem, createVisitor } from "../src/testing/api-client.ts";
import type { FakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { makePhoto } from "../src/testing/make-photo.ts";
import type { RunningApi } from "../src/testing/start-api.ts";
import { startApi } from "../src/testing/start-api.ts";

const TYPICAL_USD = createGeminiModel({ apiKey: "a-key" }).typicalUsd("photo") ?? 0;
/** Room for one photo at what one is expected to cost, and not for two. */
const ROOM_FOR_ONE = String(1.25 * TYPICAL_USD);
/** Room for one photo, and not for another where the first cost anything worth the name. */
const HARDLY_FOR_ONE = String(1.02 * TYPICAL_USD);

describe("a budget for AI", () => {
  let gemini: FakeGemini;
  let api: RunningApi;
  beforeAll(async () => {
    gemini = await startFakeGemini({ latencyMs: 300 });
  });
  afterAll(() => gemini.close());
  afterEach(() => api.stop());

  async function start(settings: Readonly<Record<string, string>>) {
    const paid = { GEMINI_API_KEY: gemini.apiKey, GEMINI_BASE_URL: gemini.url };
    api = await startApi({ ...paid, ...settings });
    return createVisitor(api.url);
  }

  it("refuses a caption beside one that is under way, before anything is spent on it", async () => {
    const visitor = await start({ AI_BUDGET_USD_PER_SESSION_PER_DAY: ROOM_FOR_ONE });
    await visitor.get("/captions");
    expect((await visitor.caption(await makePhoto(), {}, {})).status).toBe(202);
    const calls = gemini.requests.length;
    const refused = await visitor.caption(await makePhoto(), {}, {});
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    const problem = await asProblem(refused);
    expect(problem.code).toBe("ai_budget_exhausted");
    expect(problem.detail).toContain(`session's AI budget of ${ROOM_FOR_ONE} USD a day`);
    expect(gemini.requests.length - calls).toBeLessThanOrEqual(1);
  });

  it("still answers what was captioned before", async () => {
    const visitor = await start({ AI_BUDGET_USD_PER_SESSION_PER_DAY: HARDLY_FOR_ONE });
    const photo = await makePhoto();
    await visitor.get("/captions");
    expect((await asCaption(await visitor.caption(photo))).state).toBe("done");
    const again = await asCaption(await visitor.caption(photo));
    expect(again).toMatchObject({ state: "done", cached: true });
    expect((await visitor.caption(await makePhoto())).status).toBe(429);
  });

  it("is one of each session, beside that of all sessions together", async () => {
    const visitor = await start({ AI_BUDGET_USD_PER_DAY: ROOM_FOR_ONE });
    await visitor.caption(await makePhoto());
    const other = createVisitor(api.url);
    const left = async (of: typeof visitor) => {
      const { budget } = (await (await of.get("/limits")).json()) as {
        budget: { leftUsd: number };
      };
      return budget.leftUsd;
    };
    expect(await left(other)).toBe(await left(visitor));
    expect(await left(other)).toBeLessThan(Number(ROOM_FOR_ONE));
  });

  it("outlives the captions that it was spent on", async () => {
    const visitor = await start({ AI_BUDGET_USD_PER_SESSION_PER_DAY: HARDLY_FOR_ONE });
    const caption = await asCaption(await visitor.caption(await makePhoto()));
    await visitor.send(`/captions/${caption.id}`, { method: "DELETE" });
    expect((await visitor.caption(await makePhoto())).status).toBe(429);
  });

  it("is of no concern to captions made on this device", async () => {
    api = await startApi({ AI_BUDGET_USD_PER_SESSION_PER_DAY: "0.0001" });
    const caption = await asCaption(await createVisitor(api.url).caption(await makePhoto()));
    expect(caption.state).toBe("done");
  });
});
