import { Hono } from "hono";
import { describe, expect, it, vi } from "vitest";
import type { AppEnv } from "../http/env.ts";
import { onError } from "../http/on-error.ts";
import { limitJson } from "./json-size.ts";

const log = { error: vi.fn() };

const app = new Hono<AppEnv>()
  .use(async (c, next) => {
    c.set("log", log as never);
    await next();
  })
  .post("/", limitJson, async (c) => c.json(await c.req.json()))
  .onError(onError);

/** A body in chunks, whose length nobody tells beforehand. */
function send(...chunks: (string | Error)[]) {
  const body = new ReadableStream({
    pull(controller) {
      const chunk = chunks.shift();
      if (chunk === undefined) controller.close();
      else if (typeof chunk === "string") controller.enqueue(new TextEncoder().encode(chunk));
      else controller.error(chunk);
    },
  });
  const headers = { "content-type": "application/json" };
  return app.request("/", { method: "POST", headers, body, duplex: "half" } as RequestInit);
}

describe("JSON in chunks", () => {
  it("is read whole", async () => {
    expect(await (await send('{"a":', "1}")).json()).toEqual({ a: 1 });
  });

  it("that is too large is refused", async () => {
    const response = await send(...Array(3).fill(" ".repeat(32 * 1024)));
    expect(await response.json()).toMatchObject({ status: 413, code: "request_too_large" });
  });

  it("that breaks off is the client's problem, and none that is logged", async () => {
    const response = await send('{"a":', new Error("aborted"));
    expect(await response.json()).toMatchObject({
      status: 400,
      code: "invalid_request",
      detail: "The body broke off before its end. Send it again, whole.",
    });
    expect(log.error).not.toHaveBeenCalled();
  });
});
