import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Visitor } from "../../src/testing/api-client.ts";
import { asCaption, createVisitor } from "../../src/testing/api-client.ts";
import { has, needing } from "../../src/testing/capabilities.ts";
import type { FakeGemini } from "../../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../../src/testing/fake-gemini/start-fake-gemini.ts";
import { makePhoto } from "../../src/testing/make-photo.ts";
import type { StartedPostgres } from "../../src/testing/postgres.ts";
import { startPostgres } from "../../src/testing/postgres.ts";
import type { StartedRedis } from "../../src/testing/redis.ts";
import { startRedis } from "../../src/testing/redis.ts";
import { readEvents } from "../../src/testing/sse.ts";
import type { RunningApi } from "../../src/testing/start-api.ts";
import { startApi } from "../../src/testing/start-api.ts";

const MODEL_TAKES_MS = 1_500;

/** A process of its own role has to have a bucket. One that only watches asks nothing of it. */
const NO_FILES = { S3_BUCKET: "never-asked", AWS_REGION: "eu-west-1" };

describe.skipIf(!has("redis") || !has("postgres"))(
  needing(has("redis") ? "postgres" : "redis", "a caption that another process works on"),
  () => {
    let [postgres, redis, gemini] = [] as unknown as [StartedPostgres, StartedRedis, FakeGemini];
    const apis: RunningApi[] = [];
    let databases = 0;

    beforeEach(async () => {
      [postgres, redis, gemini] = await Promise.all([
        startPostgres(),
        startRedis(),
        startFakeGemini({ latencyMs: MODEL_TAKES_MS }),
      ]);
    });
    afterEach(async () => {
      await Promise.all(apis.splice(0).map((api) => api.stop()));
      await Promise.all([postgres.stop(), redis.stop(), gemini.close()]);
    });

    /** One process that answers and one that works; they have nothing in common but the servers. */
    async function start(settings: Readonly<Record<string, string>>): Promise<Visitor> {
      databases += 1;
      await postgres.makeDatabase(`api_${databases}`);
      const { user, password, port, ca } = postgres;
      const login = `${user}:${encodeURIComponent(password)}`;
      const shared = {
        DATABASE_URL: `postgres://${login}@localhost:${port}/api_${databases}`,
        DATABASE_CA: ca,
        SESSION_SECRET: "the same thirty-two characters or more",
        GEMINI_API_KEY: gemini.apiKey,
        GEMINI_BASE_URL: gemini.url,
        ...settings,
      };
      const api = await startApi({ ...shared, ROLE: "all" });
      apis.push(api);
      const watcher = await startApi({ ...shared, ...NO_FILES, ROLE: "api" });
      apis.push(watcher);
      return createVisitor(api.url);
    }

    /** Has one process make a caption, and the other tell of it; gives back how late the end came, in ms. */
    async function watch(visitor: Visitor, meanwhile: () => Promise<void> = async () => {}) {
      const watcher = visitor.at(apis[1]?.url ?? "");
      const { id } = await asCaption(await visitor.caption(await makePhoto(), {}, {}));
      const events = readEvents(await watcher.get(`/captions/${id}/events`));
      await meanwhile();
      const told = await events;
      const last = told.at(-1);
      expect(told.map(({ seq }) => seq)).toEqual(told.map((_, index) => index + 1));
      if (last?.type !== "finished") throw new Error("The stream ended before the caption.");
      return Date.now() - Date.parse(last.caption.finishedAt ?? "");
    }

    // One that is told nothing looks again after a quarter of a minute.
    const IN_TIME_MS = 10_000;

    it("is watched event by event, and its end is told at once", async () => {
      const visitor = await start({ REDIS_URL: redis.url });
      await visitor.get("/captions");
      expect(await watch(visitor)).toBeLessThan(IN_TIME_MS);
    });

    it("is watched to its end though Redis is killed meanwhile", async () => {
      const visitor = await start({ REDIS_URL: redis.url });
      await visitor.get("/captions");
      expect(await watch(visitor, () => redis.kill())).toBeLessThan(IN_TIME_MS);
    });

    it("is watched to its end where there is no Redis at all", async () => {
      const visitor = await start({});
      await visitor.get("/captions");
      expect(await watch(visitor)).toBeLessThan(IN_TIME_MS);
    });
  },
);
