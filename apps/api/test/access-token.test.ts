import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import {
  asCaption,
  asCreatedKey,
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

const ACCESS_TOKEN = "correct horse battery";

let gemini: FakeGemini;
let api: RunningApi;
let settings: Record<string, string>;

beforeAll(async () => {
  gemini = await startFakeGemini();
  settings = { GEMINI_API_KEY: gemini.apiKey, GEMINI_BASE_URL: gemini.url };
  api = await startApi({ ...settings, ACCESS_TOKEN, TRUSTED_PROXIES: "1" });
});

afterAll(async () => {
  await api.stop();
  await gemini.close();
});

/** A visitor whose cookie is the last one given, as a browser's is. */
async function signIn(
  cookie?: string,
  accessToken = ACCESS_TOKEN,
  url = api.url,
): Promise<[Response, string]> {
  const response = await fetch(`${url}/session`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(cookie === undefined ? {} : { cookie }) },
    body: JSON.stringify({ accessToken }),
  });
  return [response, response.headers.get("set-cookie")?.split(";", 1)[0] ?? ""];
}

/** Guesses from an address of its own, so that tests do not slow each other down. */
const guess = (address: string, accessToken: string) =>
  fetch(`${api.url}/session`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": `198.51.100.1, ${address}` },
    body: JSON.stringify({ accessToken }),
  });

const BOTH = { name: "mine", scopes: ["captions:read", "captions:write"] };

describe("an installation with an access token", () => {
  it("says that one is needed, and lets in who knows it", async () => {
    const before = await fetch(`${api.url}/session`);
    expect(await before.json()).toEqual({ accessTokenNeeded: true, signedIn: false });
    const [answer, cookie] = await signIn();
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ accessTokenNeeded: true, signedIn: true });
    expect(cookie).not.toContain(ACCESS_TOKEN);
    const visitor = createVisitor(api.url, cookie);
    expect(await (await visitor.get("/session")).json()).toMatchObject({ signedIn: true });
    expect((await visitor.caption(await makePhoto())).status).toBe(201);
  });

  it.each([
    ["a wrong one", { accessToken: "correct horse batterx" }, 401, "access_token_wrong"],
    ["an empty one", { accessToken: "" }, 400, "invalid_request"],
    ["a number", { accessToken: 1234 }, 400, "invalid_request"],
    ["none", {}, 400, "invalid_request"],
  ])("refuses %s in a sentence that does not repeat it", async (_, body, status, code) => {
    const response = await createVisitor(api.url).postJson("/session", body);
    expect(response.headers.get("set-cookie")).toBeNull();
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ status, code });
    expect(text).not.toMatch(/batterx|1234/u);
  });

  it("makes guessing slow, by form and by header, for the one address that guesses", async () => {
    for (let each = 0; each < 9; each += 1) {
      expect((await guess("192.0.2.1", `guess ${each}`)).status).toBe(401);
    }
    const authorization = "Bearer another guess";
    const headers = { authorization, "x-forwarded-for": "192.0.2.1" };
    expect((await fetch(`${api.url}/captions`, { headers })).status).toBe(401);
    const slow = await guess("192.0.2.1", ACCESS_TOKEN);
    expect(Number(slow.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await asProblem(slow)).toMatchObject({ status: 429, code: "sign_in_throttled" });
    expect((await fetch(`${api.url}/captions`, { headers })).status).toBe(429);
    expect((await guess("192.0.2.2", ACCESS_TOKEN)).status).toBe(200);
  });

  it("keeps the history of a session that signs in again", async () => {
    const [, cookie] = await signIn();
    const { id } = await asCaption(await createVisitor(api.url, cookie).caption(await makePhoto()));
    const [, again] = await signIn(cookie);
    const { items } = await asPage(await createVisitor(api.url, again).get("/captions"));
    expect(items.map((each) => each.id)).toEqual([id]);
  });

  it.each([
    ["keeps the history for who signs in again in this browser", false, 1],
    ["forgets the history where that is asked for", true, 0],
  ])("signs out, and %s", async (_, forget, found) => {
    const [, cookie] = await signIn();
    const before = createVisitor(api.url, cookie);
    await before.caption(await makePhoto());
    const answer = await before.postJson("/session/sign-out", { forget });
    expect(answer.status).toBe(204);
    const left = answer.headers.get("set-cookie")?.split(";", 1)[0] ?? "";
    const out = await createVisitor(api.url, left).get("/captions");
    expect(await asProblem(out)).toMatchObject({ code: "sign_in_required" });
    const [, again] = await signIn(left);
    const { items } = await asPage(await createVisitor(api.url, again).get("/captions"));
    expect(items).toHaveLength(found);
  });

  it("signs out who is not signed in, too, and plants no cookie", async () => {
    const answer = await createVisitor(api.url).postJson("/session/sign-out", {});
    expect(answer.status).toBe(204);
    expect(answer.headers.get("set-cookie")).not.toMatch(/ses_/u);
  });

  it("takes it from scripts, too, which share one session", async () => {
    const headers = { authorization: `Bearer ${ACCESS_TOKEN}` };
    const made = await createVisitor(api.url).caption(
      await makePhoto(),
      {},
      { ...headers, prefer: "wait=30" },
    );
    expect([made.status, made.headers.get("set-cookie")]).toEqual([201, null]);
    const { id } = await asCaption(made);
    const { items } = await asPage(await fetch(`${api.url}/captions`, { headers }));
    expect(items.map((each) => each.id)).toEqual([id]);
  });

  it("takes keys of those who are signed in", async () => {
    const [, cookie] = await signIn();
    const { key } = await asCreatedKey(
      await createVisitor(api.url, cookie).postJson("/keys", BOTH),
    );
    const headers = { authorization: `Bearer ${key}` };
    expect((await fetch(`${api.url}/captions`, { headers })).status).toBe(200);
  });
});

describe("an access token that is set or changed", () => {
  it("signs everybody out, and ends the keys made before", async () => {
    const DATA_DIR = await freshDataFolder();
    onTestFinished(() => rm(DATA_DIR, { recursive: true, force: true }));
    const open = await startApi({ ...settings, DATA_DIR });
    const visitor = createVisitor(open.url);
    const { key } = await asCreatedKey(await visitor.postJson("/keys", BOTH));
    const { id } = await asCaption(await visitor.caption(await makePhoto()));
    await open.stop();

    const shut = await startApi({ ...settings, DATA_DIR, ACCESS_TOKEN });
    const withCookie = await visitor.at(shut.url).get("/captions");
    expect(await asProblem(withCookie)).toMatchObject({ code: "sign_in_required" });
    const authorization = `Bearer ${key}`;
    const withKey = await fetch(`${shut.url}/captions`, { headers: { authorization } });
    expect(await asProblem(withKey)).toMatchObject({
      code: "api_key_wrong",
      detail: expect.stringContaining("before this installation's access token was set"),
    });
    const [, cookie] = await signIn(visitor.cookie(), ACCESS_TOKEN, shut.url);
    const { items } = await asPage(await createVisitor(shut.url, cookie).get("/captions"));
    expect(items.map((each) => each.id)).toEqual([id]);
    await shut.stop();

    const changed = await startApi({ ...settings, DATA_DIR, ACCESS_TOKEN: `${ACCESS_TOKEN}!` });
    const out = await createVisitor(changed.url, cookie).get("/captions");
    expect(await asProblem(out)).toMatchObject({ code: "sign_in_required" });
    await changed.stop();
  });
});
