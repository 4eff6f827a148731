import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newKeyText } from "../src/keys/key-text.ts";
import { has, needing } from "../src/testing/capabilities.ts";
import type { StartedRedis } from "../src/testing/redis.ts";
import { startRedis } from "../src/testing/redis.ts";
import type { RunningApi } from "../src/testing/start-api.ts";
import { startApi } from "../src/testing/start-api.ts";

/** The headers of a visitor who has been here before. */
async function visit(api: RunningApi) {
  const cookie = (await fetch(`${api.url}/captions`)).headers.getSetCookie()[0]?.split(";")[0];
  return { cookie: cookie ?? "" };
}

const ask = (api: RunningApi, path: string, init: RequestInit = {}) =>
  fetch(`${api.url}${path}`, init);

const revise = (api: RunningApi, headers: Readonly<Record<string, string>>) =>
  ask(api, `/captions/cap_${randomUUID()}/revisions`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: "{}",
  });

describe("rate limits", () => {
  let api: RunningApi | undefined;
  afterEach(() => api?.stop());

  async function start(settings: Readonly<Record<string, string>>) {
    api = await startApi(settings);
    return api;
  }

  it("tell on every answer how many requests there may be, and how many are left", async () => {
    const running = await start({});
    const headers = await visit(running);
    const first = await ask(running, "/captions", { headers });
    expect(first.headers.get("ratelimit-policy")).toBe(
      '"requests";q=1200;w=60, "requests-address";q=12000;w=60',
    );
    expect(first.headers.get("ratelimit")).toMatch(
      /^"requests";r=119\d;t=\d+, "requests-address";r=1199\d;t=\d+$/u,
    );
  });

  it("refuse what is too much with a sentence and the time to come back", async () => {
    const running = await start({ RATE_LIMIT_CAPTIONS: "2" });
    const headers = await visit(running);
    const answers: Response[] = [];
    for (let n = 0; n < 3; n += 1) answers.push(await revise(running, headers));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 429]);
    const refused = answers[2] as Response;
    expect(refused.headers.get("content-type")).toBe("application/problem+json");
    const seconds = Number(refused.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(5);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(refused.headers.get("ratelimit")).toContain(`"captions";r=0;t=${seconds}`);
    expect(await refused.json()).toMatchObject({
      code: "rate_limited",
      retryable: true,
      detail: `There may be 2 captions a minute for each visitor, and there were more. Try again in ${seconds} s.`,
    });
  });

  it("count what spends apart from what does not", async () => {
    const running = await start({ RATE_LIMIT_CAPTIONS: "1" });
    const headers = await visit(running);
    await revise(running, headers);
    expect((await revise(running, headers)).status).toBe(429);
    expect((await ask(running, "/captions", { headers })).status).toBe(200);
  });

  it("count visitors apart, but all of an address together", async () => {
    const running = await start({ RATE_LIMIT_CAPTIONS: "1", RATE_LIMIT_ADDRESS_FACTOR: "2" });
    const statuses: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      statuses.push((await revise(running, await visit(running))).status);
    }
    expect(statuses).toEqual([404, 404, 429]);
  });

  it("know addresses behind as many proxies as there are, and believe nobody else", async () => {
    const settings = { RATE_LIMIT_CAPTIONS: "1", RATE_LIMIT_ADDRESS_FACTOR: "1" };
    const running = await start({ ...settings, TRUSTED_PROXIES: "1" });
    const from = async (address: string) =>
      (await revise(running, { ...(await visit(running)), "x-forwarded-for": address })).status;
    expect(await from("192.0.2.1")).toBe(404);
    expect(await from("192.0.2.2")).toBe(404);
    expect(await from("192.0.2.2")).toBe(429);
    expect(await from("198.51.100.7, 192.0.2.2")).toBe(429);
  });

  it("count by address who is let in nowhere, with a wrong key or from another site", async () => {
    const running = await start({ RATE_LIMIT_REQUESTS: "1", RATE_LIMIT_ADDRESS_FACTOR: "4" });
    const wrong = () => {
      const headers = { authorization: `Bearer ${newKeyText()}` };
      return ask(running, "/captions", { headers });
    };
    const foreign = () =>
      ask(running, "/session", { method: "DELETE", headers: { "sec-fetch-site": "cross-site" } });
    const answers = [await wrong(), await foreign(), await wrong(), await foreign()];
    expect(answers.map(({ status }) => status)).toEqual([401, 403, 401, 403]);
    expect(answers[0]?.headers.get("ratelimit")).toMatch(/^"requests-address";r=3;t=\d+$/u);
    const refused = await wrong();
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ code: "rate_limited" });
  });

  it("believe the page on this machine", async () => {
    const settings = { RATE_LIMIT_CAPTIONS: "1", RATE_LIMIT_ADDRESS_FACTOR: "1" };
    const running = await start({ ...settings, TRUSTED_PROXIES: "page" });
    const from = async (hops: string) =>
      (await revise(running, { ...(await visit(running)), "x-forwarded-for": hops })).status;
    expect(await from("6.6.6.6, 192.0.2.1")).toBe(404);
    expect(await from("192.0.2.2")).toBe(404);
    expect(await from("7.7.7.7, 192.0.2.1")).toBe(429);
  });

  it("are off where they are 0", async () => {
    const running = await start({ RATE_LIMIT_REQUESTS: "0" });
    const { headers } = await ask(running, "/captions");
    expect(headers.get("ratelimit-policy")).toBeNull();
  });

  it("leave health alone", async () => {
    const running = await start({ RATE_LIMIT_REQUESTS: "1" });
    for (let n = 0; n < 3; n += 1) {
      expect((await ask(running, "/health/live")).status).toBe(200);
    }
  });

  it("are in the OpenAPI document, on what is counted alone", async () => {
    const running = await start({});
    const { paths } = (await (await ask(running, "/openapi.json")).json()) as {
      paths: Record<string, Record<string, { responses: object }>>;
    };
    expect(paths["/api/captions"]?.["post"]?.responses).toHaveProperty("429");
    expect(paths["/api/health/live"]?.["get"]?.responses).not.toHaveProperty("429");
    expect(paths["/api/uploads/{id}/bytes"]?.["put"]?.responses).not.toHaveProperty("429");
  });
});

describe.skipIf(!has("redis"))(needing("redis", "rate limits of several processes"), () => {
  let redis: StartedRedis;
  const apis: RunningApi[] = [];
  beforeEach(async () => {
    redis = await startRedis();
    const secret = "the same thirty-two characters or more";
    const settings = { REDIS_URL: redis.url, SESSION_SECRET: secret, RATE_LIMIT_CAPTIONS: "2" };
    apis.push(await startApi(settings), await startApi(settings));
  });
  afterEach(async () => {
    await Promise.all(apis.splice(0).map((api) => api.stop()));
    await redis.stop();
  });

  it("are counted together", async () => {
    const [first, second] = apis as [RunningApi, RunningApi];
    const headers = await visit(first);
    expect((await revise(first, headers)).status).toBe(404);
    expect((await revise(second, headers)).status).toBe(404);
    expect((await revise(first, headers)).status).toBe(429);
    expect((await revise(second, headers)).status).toBe(429);
  });

  it("are counted by each while Redis is away, and nobody is answered with an error", async () => {
    const [first, second] = apis as [RunningApi, RunningApi];
    const headers = await visit(first);
    await redis.kill();
    const statuses: number[] = [];
    for (const api of [first, first, first, second]) {
      statuses.push((await revise(api, headers)).status);
    }
    expect(statuses).toEqual([404, 404, 429, 404]);
  });
});
