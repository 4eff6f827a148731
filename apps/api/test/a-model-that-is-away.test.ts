import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Visitor } from "../src/testing/api-client.ts";
import { asCaption, createVisitor } from "../src/testing/api-client.ts";
import { has, needing } from "../src/testing/capabilities.ts";
import type { FakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { makePhoto } from "../src/testing/make-photo.ts";
import { startRedis } from "../src/testing/redis.ts";
import { readEvents } from "../src/testing/sse.ts";
import type { RunningApi } from "../src/testing/start-api.ts";
import { startApi } from "../src/testing/start-api.ts";

/** A circuit stays open for a minute at the most. */
const PATIENTLY = 120_000;

let gemini: FakeGemini;
const apis: RunningApi[] = [];

beforeEach(async () => {
  gemini = await startFakeGemini({ models: ["gemini-3.8-flash", "gemini-3.5-flash"] });
});
afterEach(async () => {
  await Promise.all(apis.splice(0).map((api) => api.stop()));
  await gemini.close();
});

async function start(settings: Readonly<Record<string, string>> = {}): Promise<Visitor> {
  const own = { GEMINI_API_KEY: gemini.apiKey, GEMINI_BASE_URL: gemini.url };
  const api = await startApi({ ...own, ...settings });
  apis.push(api);
  return createVisitor(api.url);
}

const begin = async (visitor: Visitor) =>
  asCaption(await visitor.caption(await makePhoto(), {}, {}));

/** What whoever watches is told of waiting, and the caption at its end. */
async function watch(visitor: Visitor, id: string) {
  const events = await readEvents(await visitor.get(`/captions/${id}/events`));
  return {
    told: events.flatMap((event) => (event.type === "retry" ? [event.detail] : [])),
    caption: await asCaption(await visitor.get(`/captions/${id}`)),
  };
}

describe("a model that is away", () => {
  it("is waited for by the job, which goes on when it is back", {
    timeout: PATIENTLY,
  }, async () => {
    // Longer than all tries of a job may take, and too soon to give up.
    gemini.script({ kind: "rateLimit", retryDelay: "200s" });
    const visitor = await start();
    const { id } = await begin(visitor);
    const { told, caption } = await watch(visitor, id);
    expect(told[0]).toMatch(/^The model does not answer\. The caption waits/u);
    expect(caption).toMatchObject({ state: "done", problem: null, receipt: { objectVersions: 1 } });
    expect(gemini.requests).toHaveLength(2);
  });

  it("is stood in for by the next one named", async () => {
    gemini.script({ kind: "error", status: 503 });
    const visitor = await start({ GEMINI_MODEL: "gemini-3.8-flash, gemini-3.5-flash" });
    const first = await asCaption(await visitor.caption(await makePhoto()));
    expect(first).toMatchObject({ state: "done", model: { id: "gemini:gemini-3.5-flash" } });
    const second = await asCaption(await visitor.caption(await makePhoto()));
    expect(second.model?.id).toBe("gemini:gemini-3.8-flash");
  });

  it("is not started with where the list of names has a hole", async () => {
    await expect(start({ GEMINI_MODEL: "gemini-3.8-flash,," })).rejects.toThrow(/GEMINI_MODEL/u);
  });

  it.skipIf(!has("redis"))(
    needing("redis", "is left alone by all processes where one was asked to"),
    { timeout: PATIENTLY },
    async () => {
      const redis = await startRedis();
      try {
        const [one, other] = await Promise.all([
          start({ REDIS_URL: redis.url }),
          start({ REDIS_URL: redis.url }),
        ]);
        gemini.script({ kind: "rateLimit", retryDelay: "20s" });
        const first = await begin(one);
        // Told once it is written down for all.
        const events = await one.get(`/captions/${first.id}/events`);
        await readEvents(events, ({ type }) => type === "retry");
        const second = await begin(other);
        const [{ caption: a }, { caption: b, told }] = await Promise.all([
          watch(one, first.id),
          watch(other, second.id),
        ]);
        expect([a.state, b.state]).toEqual(["done", "done"]);
        expect(told[0]).toMatch(/^Gemini is not asked just now/u);
        expect(gemini.requests).toHaveLength(3);
      } finally {
        await redis.stop();
      }
    },
  );
});
