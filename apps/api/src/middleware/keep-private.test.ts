import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { keepPrivate } from "./keep-private.ts";

const app = new Hono()
  .use(keepPrivate)
  .get("/caption", (c) => c.json({ text: "A dog." }))
  .get("/script", (c) => c.body("", 200, { "cache-control": "max-age=3600" }))
  .get("/fails", () => {
    throw new Error("a bug");
  })
  .onError((_, c) => c.json({}, 500));

const headersOf = async (path: string) => {
  const { headers } = await app.request(path);
  return [headers.get("cache-control"), headers.get("x-content-type-options")];
};

describe("an answer", () => {
  it.each(["/caption", "/fails", "/nothing-here"])("is kept by nobody: %s", async (path) => {
    expect(await headersOf(path)).toEqual(["private, no-store", "nosniff"]);
  });

  it("is kept as long as it says itself", async () => {
    expect(await headersOf("/script")).toEqual(["max-age=3600", "nosniff"]);
  });
});
