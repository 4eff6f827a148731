import { Hono } from "hono";
import { expect, it } from "vitest";
import type { AppEnv } from "./env.ts";
import { isHttps } from "./forwarded.ts";

const speaksHttps = async (publicUrl: string | undefined, forwardedProto: string | undefined) => {
  const known = publicUrl === undefined ? undefined : new URL(publicUrl);
  const app = new Hono<AppEnv>().get("/", (c) => c.json(isHttps(c, known)));
  const headers = new Headers();
  if (forwardedProto !== undefined) headers.set("x-forwarded-proto", forwardedProto);
  return (await app.request("http://10.0.0.9/", { headers })).json();
};

it.each([
  ["https://captions.example", "http", true],
  ["https://captions.example", undefined, true],
  ["http://captions.example", "https", false],
  [undefined, "https", true],
  [undefined, "https,http", true],
  [undefined, "http", false],
  [undefined, undefined, false],
])("with the public URL %s and what a proxy says, %s: %s", async (publicUrl, told, expected) => {
  expect(await speaksHttps(publicUrl, told)).toBe(expected);
});
