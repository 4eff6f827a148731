import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Visitor } from "../src/testing/api-client.ts";
import { asCaption, createVisitor } from "../src/testing/api-client.ts";
import { has, needing } from "../src/testing/capabilities.ts";
import type { FakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { makePhoto } from "../src/testing/make-photo.ts";
import type { StartedPostgres } from "../src/testing/postgres.ts";
import { startPostgres } from "../src/testing/postgres.ts";
import type { RunningApi } from "../src/testing/start-api.ts";
import { startApi } from "../src/testing/start-api.ts";

describe.skipIf(!has("postgres"))(needing("postgres", "an API on a database server"), () => {
  let postgres: StartedPostgres;
  let gemini: FakeGemini;
  let api: RunningApi;
  let visitor: Visitor;
  let databases = 0;
  beforeAll(async () => {
    postgres = await startPostgres();
    gemini = await startFakeGemini({ latencyMs: 100 });
  });
  afterAll(async () => {
    await gemini?.close();
    await postgres?.stop();
  });
  beforeEach(async () => {
    databases += 1;
    await postgres.makeDatabase(`api_${databases}`);
    api = await startApi({
      ...settings(),
      GEMINI_API_KEY: gemini.apiKey,
      GEMINI_BASE_URL: gemini.url,
    });
    visitor = createVisitor(api.url);
  });
  afterEach(() => api.stop());

  function settings() {
    const { user, password, port, ca } = postgres;
    const login = `${user}:${encodeURIComponent(password)}`;
    const DATABASE_URL = `postgres://${login}@localhost:${port}/api_${databases}`;
    return { DATABASE_URL, DATABASE_CA: ca };
  }

  const finished = async (id: string) =>
    (await asCaption(await visitor.get(`/captions/${id}`))).state;

  it("captions a photo, over TLS with a certificate that is checked", async () => {
    const answer = await visitor.caption(await makePhoto(), {}, { prefer: "wait=20" });
    const caption = await asCaption(answer);
    expect(caption.state).toBe("done");
    expect(caption.receipt).toMatchObject({ objectVersions: 1 });
    expect(await api.storedUploads()).toEqual([]);
  });

  it("is not ready without its database, says so to everyone, and goes on when it is back", async () => {
    await visitor.get("/captions");
    const photos = await Promise.all(Array.from({ length: 5 }, () => makePhoto()));
    const accepted = await Promise.all(
      photos.map(async (photo) => asCaption(await visitor.caption(photo, {}, {}))),
    );
    await postgres.halt();
    expect((await visitor.get("/health/live")).status).toBe(200);
    for (const path of ["/health/ready", "/captions", `/captions/${accepted[0]?.id}`]) {
      const answer = await visitor.get(path);
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(await answer.json()).toMatchObject({ code: "database_unavailable", retryable: true });
    }
    const refused = await visitor.caption(await makePhoto(), {}, {});
    expect(refused.status).toBe(503);
    // Longer than a job waits before it is tried again.
    await wait(2_000);
    await postgres.resume();
    await expect.poll(async () => (await visitor.get("/health/ready")).status).toBe(200);
    for (const { id } of accepted) await expect.poll(() => finished(id)).toBe("done");
  });
});
