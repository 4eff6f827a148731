import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { AppError } from "../errors/app-error.ts";
import type { AppEnv } from "../http/env.ts";
import { onError } from "../http/on-error.ts";
import type { Quota, RateLimiter } from "../ports/rate-limiter.ts";
import { limitRates } from "./rate-limit.ts";

/** Counts, and never forgets. */
function createCounter() {
  const counts = new Map<string, number>();
  const limiter: RateLimiter = {
    async take({ name, most }: Quota, who) {
      const key = `${name} of ${who}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return { allowed: count <= most, remaining: Math.max(0, most - count), resetMs: 30_000 };
    },
  };
  return { limiter, counts };
}

function setup(perVisitor: number, addressFactor: number) {
  const { limiter, counts } = createCounter();
  const looked = { up: 0 };
  const perMinute = { requests: perVisitor, uploads: perVisitor, captions: perVisitor };
  const limits = limitRates({ limiter, perMinute, addressFactor, trustedProxies: 0 });
  const app = new Hono<AppEnv>()
    .use(async (c, next) => {
      c.set("address", "192.0.2.1");
      await next();
    })
    .use(limits.ofAddress)
    .use(async (c, next) => {
      const who = c.req.header("who") ?? "";
      looked.up += 1;
      if (who === "") throw new AppError({ code: "api_key_wrong", detail: "No such key." });
      c.set("sessionId", who);
      await next();
    })
    .use(limits.ofVisitor)
    .get("/api/captions", (c) => c.json([]))
    .onError(onError);
  const ask = (who?: string) =>
    app.request("/api/captions", who === undefined ? {} : { headers: { who } });
  return { ask, counts, looked };
}

describe("rate limits", () => {
  it("count who is let in once, as a visitor and by address", async () => {
    const { ask, counts } = setup(5, 2);
    const answer = await ask("ada");
    expect(Object.fromEntries(counts)).toEqual({
      "requests of ada": 1,
      "requests-address of 192.0.2.1": 1,
    });
    expect(answer.headers.get("ratelimit")).toBe(
      '"requests";r=4;t=30, "requests-address";r=9;t=30',
    );
  });

  it("count who is not let in by address, and look nobody up once that is used up", async () => {
    const { ask, looked } = setup(2, 2);
    const statuses: number[] = [];
    for (let each = 0; each < 6; each += 1) statuses.push((await ask()).status);
    expect(statuses).toEqual([401, 401, 401, 401, 429, 429]);
    expect(looked.up).toBe(4);
    const refused = await ask();
    expect(refused.headers.get("ratelimit")).toBe('"requests-address";r=0;t=30');
    expect(refused.headers.get("retry-after")).toBe("30");
  });

  it("tell who is not let in what is left", async () => {
    const { headers } = await setup(2, 2).ask();
    expect(headers.get("ratelimit-policy")).toBe('"requests-address";q=4;w=60');
    expect(headers.get("ratelimit")).toBe('"requests-address";r=3;t=30');
  });

  it("count visitors where an address has no limit", async () => {
    const { ask } = setup(1, 0);
    expect([(await ask("ada")).status, (await ask("ada")).status]).toEqual([200, 429]);
    expect([(await ask()).status, (await ask()).status]).toEqual([401, 401]);
  });
});
