import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Visitor } from "../src/testing/api-client.ts";
import { createVisitor } from "../src/testing/api-client.ts";
import type { FakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { makePhoto } from "../src/testing/make-photo.ts";
import type { RunningApi } from "../src/testing/start-api.ts";
import { startApi } from "../src/testing/start-api.ts";

const METRICS_TOKEN = "a token for prometheus";

describe("metrics for Prometheus", () => {
  let gemini: FakeGemini;
  let api: RunningApi;
  let visitor: Visitor;
  beforeAll(async () => {
    gemini = await startFakeGemini();
    api = await startApi({
      METRICS_TOKEN,
      GEMINI_API_KEY: gemini.apiKey,
      GEMINI_BASE_URL: gemini.url,
    });
    visitor = createVisitor(api.url);
  });
  afterAll(async () => {
    await api.stop();
    await gemini.close();
  });

  /** What Prometheus reads, as the values of its lines. */
  async function read(): Promise<Map<string, number>> {
    const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
    const answer = await visitor.send("/metrics", { headers });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toContain("text/plain; version=0.0.4");
    const lines = (await answer.text()).split("\n").filter((line) => /^[a-z]/u.test(line));
    return new Map(
      lines.map((line) => {
        const at = line.lastIndexOf(" ");
        return [line.slice(0, at), Number(line.slice(at + 1))];
      }),
    );
  }

  it("tell of requests, jobs, stages, models, money, the cache and the queue", async () => {
    const photo = await makePhoto();
    for (let round = 0; round < 2; round += 1) {
      expect((await visitor.caption(photo)).status).toBe(201);
    }
    const values = await read();
    expect(
      values.get(
        'http_request_duration_seconds_count{method="POST",route="/api/captions",status="201"}',
      ),
    ).toBe(2);
    expect(values.get('caption_job_duration_seconds_count{outcome="through"}')).toBe(1);
    expect(values.get('caption_stage_duration_seconds_count{stage="captioning"}')).toBe(1);
    expect(values.get('ai_calls_total{provider="gemini",outcome="answered"}')).toBe(1);
    expect(values.get('ai_spend_usd_total{provider="gemini"}')).toBeGreaterThan(0);
    for (const kind of ["input", "output"]) {
      expect(values.get(`ai_tokens_total{provider="gemini",kind="${kind}"}`)).toBeGreaterThan(0);
    }
    expect(values.get('caption_cache_requests_total{result="hit"}')).toBe(1);
    expect(values.get("caption_queue_waiting")).toBe(0);
    expect(values.get("process_resident_memory_bytes")).toBeGreaterThan(1_000_000);
  });

  it("have a route for what was asked in vain, so that strangers make no new ones", async () => {
    await visitor.get("/captions/cap_nothing");
    await visitor.get("/some/where");
    const routes = [...(await read()).keys()].join("\n");
    expect(routes).toContain('route="/api/captions/:id",status="404"');
    expect(routes).not.toContain("cap_nothing");
    expect(routes).not.toContain("some/where");
  });

  it.each([undefined, "Bearer wrong", `Basic ${METRICS_TOKEN}`])(
    "are told to nobody who says %s",
    async (authorization) => {
      const headers = authorization === undefined ? {} : { authorization };
      const answer = await visitor.send("/metrics", { headers });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ code: "metrics_not_open" });
    },
  );

  it("are told to nobody where no token is set", async () => {
    const closed = await startApi();
    const headers = { authorization: "Bearer undefined" };
    expect((await fetch(`${closed.url}/metrics`, { headers })).status).toBe(401);
    await closed.stop();
  });
});
