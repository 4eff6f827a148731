import { MAX_API_KEYS } from "@caption-generator/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Visitor } from "../src/testing/api-client.ts";
import {
  asCaption,
  asCreatedKey,
  asKeys,
  asPage,
  asProblem,
  createVisitor,
} from "../src/testing/api-client.ts";
import type { FakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { makePhoto } from "../src/testing/make-photo.ts";
import type { RunningApi } from "../src/testing/start-api.ts";
import { startApi } from "../src/testing/start-api.ts";

let gemini: FakeGemini;
let api: RunningApi;

beforeAll(async () => {
  gemini = await startFakeGemini();
  api = await startApi({ GEMINI_API_KEY: gemini.apiKey, GEMINI_BASE_URL: gemini.url });
});

afterAll(async () => {
  await api.stop();
  await gemini.close();
});

const BOTH = ["captions:read", "captions:write"];

const make = async (owner: Visitor, name = "nightly import", scopes = BOTH) =>
  asCreatedKey(await owner.postJson("/keys", { name, scopes }));

/** A program with a key: it keeps no cookies, and is given none. */
const program =
  (key: string) =>
  (path: string, init: RequestInit = {}) =>
    fetch(`${api.url}${path}`, {
      ...init,
      headers: { ...Object.fromEntries(new Headers(init.headers)), authorization: `Bearer ${key}` },
    });

describe("an API key", () => {
  it("is shown once, when it is made, and never lies in a cache", async () => {
    const owner = createVisitor(api.url);
    const response = await owner.postJson("/keys", { name: " nightly import ", scopes: BOTH });
    expect(response.status).toBe(201);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const { key, ...shown } = await asCreatedKey(response);
    expect(key).toMatch(/^cg_[0-9A-Za-z]{49}$/u);
    expect(shown).toMatchObject({
      id: expect.stringMatching(/^key_[0-9A-Za-z]{20}$/u),
      name: "nightly import",
      hint: `cg_…${key.slice(-4)}`,
      scopes: BOTH,
      lastUsedAt: null,
    });
    const listed = await (await owner.get("/keys")).text();
    expect(JSON.parse(listed)).toEqual({ items: [shown], nextCursor: null });
    expect(listed).not.toContain(key);
  });

  it("acts as the session that made it, without a cookie", async () => {
    const owner = createVisitor(api.url);
    const ask = program((await make(owner)).key);
    const form = new FormData();
    const photo = await makePhoto();
    form.set("file", new File([Buffer.from(photo.bytes)], photo.name, { type: photo.type }));
    const headers = { prefer: "wait=30" };
    const made = await ask("/captions", { method: "POST", headers, body: form });
    expect([made.status, made.headers.get("set-cookie")]).toEqual([201, null]);
    const { id } = await asCaption(made);
    expect((await asPage(await owner.get("/captions"))).items.map((each) => each.id)).toEqual([id]);
    expect((await ask(`/captions/${id}`, { method: "DELETE" })).status).toBe(204);
    expect((await owner.get(`/captions/${id}`)).status).toBe(404);
  });

  it("does not mind what cookie or site it comes with", async () => {
    const owner = createVisitor(api.url);
    const ask = program((await make(owner)).key);
    const { id } = await asCaption(await owner.caption(await makePhoto()));
    const stranger = createVisitor(api.url);
    await stranger.get("/captions");
    const headers = { cookie: stranger.cookie() ?? "", origin: "https://elsewhere.example" };
    expect((await ask(`/captions/${id}`, { headers })).status).toBe(200);
    expect((await ask(`/captions/${id}`, { headers, method: "DELETE" })).status).toBe(204);
  });

  it("opens nothing from the moment it is revoked", async () => {
    const owner = createVisitor(api.url);
    const { id, key } = await make(owner);
    expect((await program(key)("/captions")).status).toBe(200);
    expect((await owner.send(`/keys/${id}`, { method: "DELETE" })).status).toBe(204);
    const refused = await program(key)("/captions");
    expect(await asProblem(refused)).toMatchObject({ status: 401, code: "api_key_wrong" });
    expect((await asKeys(await owner.get("/keys"))).items).toEqual([]);
    expect((await owner.send(`/keys/${id}`, { method: "DELETE" })).status).toBe(404);
  });

  it("with a typing error is told from one that is not known, and neither is repeated", async () => {
    const { key } = await make(createVisitor(api.url));
    const mistyped = `${key.slice(0, 10)}${key[10] === "a" ? "b" : "a"}${key.slice(11)}`;
    const { detail } = await asProblem(await program(mistyped)("/captions"));
    expect(detail).toMatch(/has a typing error/u);
    expect(detail).not.toContain(mistyped.slice(3, -4));
  });

  it("says when it was used last", async () => {
    const owner = createVisitor(api.url);
    const { key } = await make(owner);
    const before = Date.now();
    await program(key)("/limits");
    const [used] = (await asKeys(await owner.get("/keys"))).items;
    const at = Date.parse(used?.lastUsedAt ?? "");
    expect(at).toBeGreaterThanOrEqual(before - 1);
    await program(key)("/limits");
    const [again] = (await asKeys(await owner.get("/keys"))).items;
    expect(again?.lastUsedAt).toBe(used?.lastUsedAt);
  });

  it("can be had 20 times and no more, in pages, newest first", async () => {
    const owner = createVisitor(api.url);
    const names = Array.from({ length: MAX_API_KEYS }, (_, index) => `key ${index}`);
    for (const name of names) await make(owner, name);
    const refused = await owner.postJson("/keys", { name: "one more", scopes: BOTH });
    expect(await asProblem(refused)).toMatchObject({ status: 409, code: "too_many_api_keys" });
    const first = await asKeys(await owner.get("/keys?limit=15"));
    const second = await asKeys(await owner.get(`/keys?limit=15&cursor=${first.nextCursor}`));
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(names.reverse());
    expect(second.nextCursor).toBeNull();
  });

  it.each([
    ["no name", { scopes: BOTH }, "/name"],
    ["an empty name", { name: " ", scopes: BOTH }, "/name"],
    ["no scopes", { name: "x", scopes: [] }, "/scopes"],
    ["a scope there is not", { name: "x", scopes: ["captions:all"] }, "/scopes/0"],
    ["a field too many", { name: "x", scopes: BOTH, expires: "never" }, "/"],
  ])("is not made with %s", async (_, body, pointer) => {
    const problem = await asProblem(await createVisitor(api.url).postJson("/keys", body));
    expect(problem).toMatchObject({ status: 400, code: "invalid_request", errors: [{ pointer }] });
  });

  it("is listed by no cursor of another list", async () => {
    const owner = createVisitor(api.url);
    await owner.caption(await makePhoto());
    await owner.caption(await makePhoto());
    const { nextCursor } = await asPage(await owner.get("/captions?limit=1"));
    const response = await owner.get(`/keys?cursor=${nextCursor}`);
    expect(await asProblem(response)).toMatchObject({ code: "invalid_request" });
  });
});
