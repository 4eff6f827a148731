import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import {
  asCaption,
  asCreatedKey,
  asDeclaredInParts,
  asPage,
  asProblem,
  createVisitor,
} from "../src/testing/api-client.ts";
import type { FakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { freshDataFolder } from "../src/testing/fresh-data-folder.ts";
import { makePhoto } from "../src/testing/make-photo.ts";
import type { RunningApi } from "../src/testing/start-api.ts";
import { startApi } from "../src/testing/start-api.ts";

const OLD = "the old secret".padEnd(32, "-");
const NEW = "the new secret".padEnd(32, "-");

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

const cookieOf = async (path: string, init: RequestInit = {}) =>
  (await fetch(`${api.url}${path}`, init)).headers.get("set-cookie");

describe("the session's cookie", () => {
  it("is out of reach for scripts and other sites", async () => {
    const cookie = await cookieOf("/captions");
    expect(cookie).toMatch(/^captions_session=ses_/u);
    expect(cookie?.split("; ").slice(1).sort()).toEqual([
      "HttpOnly",
      "Max-Age=31536000",
      "Path=/",
      "SameSite=Lax",
    ]);
  });

  it("over https is bound to this host, and none without that is taken", async () => {
    const headers = { "x-forwarded-proto": "https" };
    const cookie = await cookieOf("/captions", { headers });
    expect(cookie).toMatch(/^__Host-captions_session=ses_.*; Secure(;|$)/u);
    expect(cookie).not.toContain("Domain");
    const [pair = ""] = cookie?.split(";") ?? [];
    expect(await cookieOf("/captions", { headers: { ...headers, cookie: pair } })).toBeNull();
    const planted = pair.replace("__Host-", "");
    expect(
      await cookieOf("/captions", { headers: { ...headers, cookie: planted } }),
    ).not.toBeNull();
  });

  it("is bound to this host where browsers speak https, whatever a proxy on the way is asked by", async () => {
    const known = await startApi({ PUBLIC_URL: "https://captions.example" });
    onTestFinished(() => known.stop());
    const headers = { "x-forwarded-proto": "http", "x-forwarded-host": "captions.example" };
    const answer = await fetch(`${known.url}/captions`, { headers });
    expect(answer.headers.get("set-cookie")).toMatch(
      /^__Host-captions_session=ses_.*; Secure(;|$)/u,
    );
    const planted = { ...headers, origin: "http://captions.example" };
    const refused = await fetch(`${known.url}/session`, { method: "DELETE", headers: planted });
    expect(await asProblem(refused)).toMatchObject({ status: 403, code: "cross_site_request" });
    const own = { ...headers, origin: "https://captions.example" };
    expect((await fetch(`${known.url}/session`, { method: "DELETE", headers: own })).status).toBe(
      204,
    );
  });

  it.each(["/limits", "/health/live", "/health/ready", "/session", "/openapi.json", "/docs"])(
    "is not given with %s",
    async (path) => expect(await cookieOf(path)).toBeNull(),
  );

  it("is not given where nothing came of the request", async () => {
    expect(await cookieOf("/captions/cap_01234567890123456789")).toBeNull();
    expect(await cookieOf("/uploads", { method: "POST" })).toBeNull();
  });

  it("is given once", async () => {
    const visitor = createVisitor(api.url);
    expect((await visitor.get("/captions")).headers.get("set-cookie")).not.toBeNull();
    expect((await visitor.get("/captions")).headers.get("set-cookie")).toBeNull();
  });
});

describe("a secret that is changed", () => {
  it("ends nobody's session where the one before is still known, and signs anew", async () => {
    const DATA_DIR = await freshDataFolder();
    onTestFinished(() => rm(DATA_DIR, { recursive: true, force: true }));
    const start = (secrets: Record<string, string>) =>
      startApi({
        DATA_DIR,
        GEMINI_API_KEY: gemini.apiKey,
        GEMINI_BASE_URL: gemini.url,
        ...secrets,
      });

    const before = await start({ SESSION_SECRET: OLD });
    const visitor = createVisitor(before.url);
    const { id } = await asCaption(await visitor.caption(await makePhoto()));
    await before.stop();

    const during = await start({ SESSION_SECRET: NEW, SESSION_SECRET_PREVIOUS: OLD });
    const answer = await visitor.at(during.url).get("/captions");
    expect((await asPage(answer)).items.map((each) => each.id)).toEqual([id]);
    const cookie = answer.headers.get("set-cookie")?.split(";", 1)[0] ?? "";
    await during.stop();

    const after = await start({ SESSION_SECRET: NEW });
    const renewed = await fetch(`${after.url}/captions`, { headers: { cookie } });
    expect((await asPage(renewed)).items.map((each) => each.id)).toEqual([id]);
    const old = await visitor.at(after.url).get("/captions");
    expect((await asPage(old)).items).toEqual([]);
    expect(old.headers.get("set-cookie")).toMatch(/^captions_session=ses_/u);
    await after.stop();
  });
});

describe("signing out", () => {
  it("leaves this browser nothing, and deletes nothing", async () => {
    const visitor = createVisitor(api.url);
    const { id } = await asCaption(await visitor.caption(await makePhoto()));
    const asked = { name: "mine", scopes: ["captions:read"] };
    const { key } = await asCreatedKey(await visitor.postJson("/keys", asked));
    const response = await visitor.postJson("/session/sign-out", {});
    expect([response.status, response.headers.get("set-cookie")]).toEqual([
      204,
      expect.stringMatching(/^captions_session=; Max-Age=0;/u),
    ]);
    expect((await asPage(await createVisitor(api.url).get("/captions"))).items).toEqual([]);
    const authorization = `Bearer ${key}`;
    expect((await fetch(`${api.url}/captions/${id}`, { headers: { authorization } })).status).toBe(
      200,
    );
  });

  it("over https takes the cookie that is bound to this host", async () => {
    const headers = { "x-forwarded-proto": "https", "content-type": "application/json" };
    const cookie = await cookieOf("/session/sign-out", { method: "POST", headers, body: "{}" });
    expect(cookie).toMatch(/^__Host-captions_session=; Max-Age=0;.* Secure(;|$)/u);
  });

  it.each([
    ["a word", { forget: "yes" }, "forget is true or false."],
    ["something else", { forgive: true }, "forgive"],
  ])("refuses %s in a sentence, and signs nobody out", async (_, body, said) => {
    const visitor = createVisitor(api.url);
    await visitor.get("/captions");
    const response = await visitor.postJson("/session/sign-out", body);
    expect([response.status, response.headers.get("set-cookie")]).toEqual([400, null]);
    expect(await response.text()).toContain(said);
  });
});

describe("deleting a session", () => {
  it("leaves nothing of it: captions, revisions, uploads, keys and cached answers", async () => {
    const visitor = createVisitor(api.url);
    const photo = await makePhoto();
    const first = await asCaption(await visitor.caption(photo));
    const revision = await visitor.postJson(
      `/captions/${first.id}/revisions`,
      { options: { tone: "witty" } },
      { prefer: "wait=30" },
    );
    expect(revision.status).toBe(201);
    for (let each = 0; each < 12; each += 1) await visitor.caption(await makePhoto());
    const large = { name: "talk.jpg", type: "image/jpeg", bytes: 20 * 1024 ** 2 };
    const { upload } = await asDeclaredInParts(await visitor.postJson("/uploads", large));
    const asked = { name: "mine", scopes: ["captions:read"] };
    const { key } = await asCreatedKey(await visitor.postJson("/keys", asked));
    const calls = gemini.requests.length;

    const response = await visitor.send("/session", { method: "DELETE" });
    expect([response.status, response.headers.get("set-cookie")]).toEqual([
      204,
      expect.stringMatching(/^captions_session=; Max-Age=0;/u),
    ]);
    // The cookie still exists somewhere, say, and finds an empty session.
    expect((await asPage(await visitor.get("/captions"))).items).toEqual([]);
    expect((await visitor.get(`/captions/${first.id}/events`)).status).toBe(404);
    expect((await visitor.get(`/uploads/${upload.id}/parts`)).status).toBe(404);
    expect(await api.storedUploads()).toEqual([]);
    const authorization = `Bearer ${key}`;
    expect((await fetch(`${api.url}/captions`, { headers: { authorization } })).status).toBe(401);
    expect((await asCaption(await visitor.caption(photo))).cached).toBe(false);
    expect(gemini.requests.length).toBeGreaterThan(calls);
  });

  it("stops what is under way, and leaves others alone", async () => {
    const [visitor, other] = [createVisitor(api.url), createVisitor(api.url)];
    const kept = await asCaption(await other.caption(await makePhoto()));
    await asCaption(await visitor.caption(await makePhoto(), {}, {}));
    expect((await visitor.send("/session", { method: "DELETE" })).status).toBe(204);
    expect((await asPage(await visitor.get("/captions"))).items).toEqual([]);
    expect((await other.get(`/captions/${kept.id}`)).status).toBe(200);
    expect(await api.storedUploads()).toEqual([]);
  });

  it("that never began deletes nothing, and begins none", async () => {
    const response = await fetch(`${api.url}/session`, { method: "DELETE" });
    expect(response.status).toBe(204);
    expect(response.headers.get("set-cookie")).not.toMatch(/ses_/u);
  });
});

describe("what is of one session", () => {
  it("is kept in no cache", async () => {
    const visitor = createVisitor(api.url);
    const { id } = await asCaption(await visitor.caption(await makePhoto()));
    const paths = ["/captions", `/captions/${id}`, "/keys", "/limits", "/session"];
    for (const path of [...paths, `/captions/${id}/transcript.txt`, "/captions/cap_1"]) {
      const { headers } = await visitor.get(path);
      expect(headers.get("cache-control"), path).toBe("private, no-store");
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    }
  });

  it("is streamed as the stream says itself", async () => {
    const visitor = createVisitor(api.url);
    const { id } = await asCaption(await visitor.caption(await makePhoto()));
    const { headers, body } = await visitor.get(`/captions/${id}/events`);
    await body?.cancel();
    expect(headers.get("cache-control")).toContain("no-transform");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });
});
