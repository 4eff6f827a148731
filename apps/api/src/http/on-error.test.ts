import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { describe, expect, it } from "vitest";
import type { AppEnv } from "./env.ts";
import { onError } from "./on-error.ts";

async function answerTo(status: number) {
  const app = new Hono<AppEnv>().onError(onError).post("/x", () => {
    throw new HTTPException(status as ContentfulStatusCode, { message: "of a library" });
  });
  const response = await app.request("/x", {
    method: "POST",
    headers: { "content-type": "text/odd" },
  });
  return { status: response.status, problem: await response.json() };
}

describe("what a library refuses", () => {
  it.each([
    [400, 400, "invalid_json", "not JSON"],
    [413, 413, "request_too_large", "larger"],
    [415, 415, "unsupported_content_type", '"text/odd"'],
    [403, 400, "invalid_request", "POST /x"],
    [422, 400, "invalid_request", "POST /x"],
  ])("with %i is answered with %i %s", async (given, status, code, named) => {
    expect(await answerTo(given)).toMatchObject({
      status,
      problem: { status, code, detail: expect.stringContaining(named) },
    });
  });

  it("for a fault of its own stays a fault of ours", async () => {
    expect(await answerTo(502)).toMatchObject({ status: 500, problem: { code: "internal" } });
  });
});
