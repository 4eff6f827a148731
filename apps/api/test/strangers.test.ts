import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { newKeyText } from "../src/keys/key-text.ts";
import {
  asCaption,
  asCreatedKey,
  asDeclared,
  asKeys,
  createVisitor,
} from "../src/testing/api-client.ts";
import type { FakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { makePhoto } from "../src/testing/make-photo.ts";
import type { RunningApi } from "../src/testing/start-api.ts";
import { startApi } from "../src/testing/start-api.ts";

/** What everyone may ask for, however private the installation is. */
const FOR_EVERYONE = [
  "GET /api/health/live",
  "GET /api/health/ready",
  "GET /api/session",
  "POST /api/session",
  "POST /api/session/sign-out",
];
/** What is let through by the signature of its URL, and by nothing else. */
const SIGNED = ["PUT /api/uploads/{id}/bytes", "PUT /api/uploads/{id}/parts/{number}"];
/** What a key cannot do, whatever its scopes are. */
const NOT_FOR_KEYS = [
  "DELETE /api/session",
  "GET /api/keys",
  "POST /api/keys",
  "DELETE /api/keys/{id}",
];
/** What a key may do without any scope. */
const WITHOUT_SCOPE = ["GET /api/limits"];

/** What has a token of its own, whoever asks; its tests are with it. */
const OWN_TOKEN = ["GET /api/metrics"];

/** A body that each route takes, so that nothing but the caller is at fault. */
const BODIES: Readonly<Record<string, unknown>> = {
  "POST /api/uploads": { name: "a.jpg", type: "image/jpeg", bytes: 1_000 },
  "POST /api/uploads/{id}/part-urls": { numbers: [1] },
  "POST /api/captions": { uploadId: "upl_01234567890123456789" },
  "POST /api/captions/{id}/revisions": { options: { tone: "witty" } },
  "POST /api/keys": { name: "mine", scopes: ["captions:read"] },
  "POST /api/session": { accessToken: "a guess" },
  "POST /api/session/sign-out": {},
};

interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
}

const ACCESS_TOKEN = "sixteen characters";
const changes = ({ method }: Operation) => method !== "GET";
const hasId = ({ path }: Operation) => path.includes("{id}");

let gemini: FakeGemini;
let open: RunningApi;
let shut: RunningApi;
let all: Operation[];
let operations: Operation[];

beforeAll(async () => {
  gemini = await startFakeGemini();
  const settings = { GEMINI_API_KEY: gemini.apiKey, GEMINI_BASE_URL: gemini.url };
  open = await startApi(settings);
  shut = await startApi({ ...settings, ACCESS_TOKEN });
  const { paths } = z
    .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
    .parse(await (await fetch(`${open.url}/openapi.json`)).json());
  all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((each) => {
      const method = each.toUpperCase();
      return { name: `${method} ${path}`, method, path };
    }),
  );
  operations = all.filter(({ name }) => !OWN_TOKEN.includes(name));
});

afterAll(async () => {
  await Promise.all([open.stop(), shut.stop()]);
  await gemini.close();
});

/** Sends a request to a route, about things with these ids. */
function send(
  api: RunningApi,
  { name, method, path }: Operation,
  headers: Record<string, string> = {},
  ids: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const kind = /\/(?<kind>\w+)\/\{id\}/u.exec(path)?.groups?.["kind"] ?? "";
  const address = path
    .replace(/^\/api/u, "")
    .replace("{id}", ids[kind] ?? `${kind.slice(0, 3)}_01234567890123456789`)
    .replace("{number}", "1");
  const body = BODIES[name];
  const type = body === undefined ? {} : { "content-type": "application/json" };
  return fetch(`${api.url}${address}`, {
    method,
    headers: { ...type, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function codeOf(response: Response): Promise<[number, string]> {
  const { status, code } = (await response.json()) as { status: number; code: string };
  expect(response.status).toBe(status);
  return [status, code];
}

/** Headers with a key, where one is taken at all. */
const forKeys = ({ name }: Operation, headers: Record<string, string>) =>
  NOT_FOR_KEYS.includes(name) ? {} : headers;

/** With which code and scope a key is refused by a route, if it is. */
async function refusal(operation: Operation, key: string): Promise<string | undefined> {
  const response = await send(open, operation, { authorization: `Bearer ${key}` });
  if (response.status !== 403) return undefined;
  const { code, detail } = (await response.json()) as { code: string; detail: string };
  return `${code} ${/needs (captions:\w+)/u.exec(detail)?.[1] ?? ""}`.trim();
}

/** The refusals of a key that may read, and of one that may write. */
function expectedRefusals({ name }: Operation): (string | undefined)[] {
  if (NOT_FOR_KEYS.includes(name)) return ["session_required", "session_required"];
  return name.startsWith("GET /api/captions")
    ? [undefined, "scope_missing captions:read"]
    : ["scope_missing captions:write", undefined];
}

/** A visitor's own things, one of each kind that has ids, and a key for them. */
async function makeThings() {
  const owner = createVisitor(open.url);
  const caption = await asCaption(await owner.caption(await makePhoto()));
  const large = { name: "talk.jpg", type: "image/jpeg", bytes: 20 * 1024 ** 2 };
  const { upload } = await asDeclared(await owner.postJson("/uploads", large));
  const asked = { name: "mine", scopes: ["captions:read", "captions:write"] };
  const key = await asCreatedKey(await owner.postJson("/keys", asked));
  return { owner, key, ids: { captions: caption.id, uploads: upload.id, keys: key.id } };
}

describe("every route of the OpenAPI document", () => {
  it("is known here, with what its exceptions name and the bodies it takes", () => {
    const names = all.map(({ name }) => name);
    const named = [...OWN_TOKEN, ...FOR_EVERYONE, ...SIGNED, ...NOT_FOR_KEYS, ...WITHOUT_SCOPE];
    expect(names).toEqual(expect.arrayContaining([...named, ...Object.keys(BODIES)]));
    expect(names.length).toBeGreaterThan(20);
  });

  it("knows nothing of another's things: 404, and they stay as they are", async () => {
    const { owner, ids } = await makeThings();
    const stranger = createVisitor(open.url);
    await stranger.postJson("/uploads", BODIES["POST /api/uploads"]);
    const { key } = await asCreatedKey(
      await stranger.postJson("/keys", {
        name: "a stranger's",
        scopes: ["captions:read", "captions:write"],
      }),
    );
    const cookie = stranger.cookie() ?? "";
    const asked = operations.filter((each) => hasId(each) && !SIGNED.includes(each.name));
    expect(asked.length).toBeGreaterThan(10);
    for (const operation of asked) {
      for (const headers of [
        {},
        { cookie },
        forKeys(operation, { authorization: `Bearer ${key}` }),
      ]) {
        const response = await send(open, operation, headers, ids);
        expect(await codeOf(response), operation.name).toEqual([404, "not_found"]);
      }
    }
    expect((await owner.get(`/captions/${ids.captions}`)).status).toBe(200);
    expect((await owner.get(`/uploads/${ids.uploads}/parts`)).status).toBe(200);
    expect((await asKeys(await owner.get("/keys"))).items.map(({ id }) => id)).toEqual([ids.keys]);
  });

  it("takes no key that is wrong, mistyped or revoked: 401, and how to do it right", async () => {
    const { owner, key } = await makeThings();
    await owner.send(`/keys/${key.id}`, { method: "DELETE" });
    const cookie = owner.cookie() ?? "";
    for (const operation of operations) {
      const { name } = operation;
      if (FOR_EVERYONE.includes(name) || SIGNED.includes(name)) continue;
      for (const wrong of [key.key, newKeyText(), `${newKeyText()}x`, "something else", ""]) {
        // A cookie beside it helps nothing: what was asked for is what is looked at.
        const headers = { authorization: `Bearer ${wrong}`, cookie };
        const response = await send(open, operation, headers);
        expect(await codeOf(response), name).toEqual([401, "api_key_wrong"]);
        expect(response.headers.get("www-authenticate"), name).toMatch(/^Bearer .*invalid_token/u);
        expect(response.headers.get("set-cookie"), name).toBeNull();
      }
    }
  });

  it("takes no key without its scope: 403, with the scope's name", async () => {
    const owner = createVisitor(open.url);
    const make = async (scope: string) =>
      (await asCreatedKey(await owner.postJson("/keys", { name: scope, scopes: [scope] }))).key;
    const reading = await make("captions:read");
    const writing = await make("captions:write");
    const free = [...FOR_EVERYONE, ...SIGNED, ...WITHOUT_SCOPE];
    for (const operation of operations.filter(({ name }) => !free.includes(name))) {
      const refused = [await refusal(operation, reading), await refusal(operation, writing)];
      expect(refused, operation.name).toEqual(expectedRefusals(operation));
    }
  });

  it("that changes something takes nothing from another site: 403, and no cookie", async () => {
    const { owner, ids } = await makeThings();
    const cookie = owner.cookie() ?? "";
    const host = new URL(open.url).host;
    const asked = operations.filter((each) => changes(each) && !SIGNED.includes(each.name));
    for (const operation of asked) {
      for (const headers of [
        { cookie, "sec-fetch-site": "cross-site" },
        { cookie, "sec-fetch-site": "same-site", origin: `http://${host}` },
        { cookie, origin: "http://evil.example" },
        { cookie, origin: "null" },
        { origin: "http://evil.example" },
      ]) {
        const response = await send(open, operation, headers, ids);
        expect(await codeOf(response), operation.name).toEqual([403, "cross_site_request"]);
        expect(response.headers.get("set-cookie"), operation.name).toBeNull();
      }
    }
    expect((await owner.get(`/captions/${ids.captions}`)).status).toBe(200);
  });

  it("is shut where there is an access token, to those who do not have it: 401", async () => {
    const elsewhere = createVisitor(open.url);
    await elsewhere.get("/captions");
    for (const operation of operations) {
      const { name } = operation;
      if (SIGNED.includes(name) || name === "POST /api/session") continue;
      for (const headers of [{}, { cookie: elsewhere.cookie() ?? "" }]) {
        const response = await send(shut, operation, headers);
        if (FOR_EVERYONE.includes(name)) {
          expect([200, 204], name).toContain(response.status);
          continue;
        }
        expect(await codeOf(response), name).toEqual([401, "sign_in_required"]);
        expect(response.headers.get("www-authenticate"), name).toMatch(/^Bearer /u);
        expect(response.headers.get("set-cookie"), name).toBeNull();
      }
    }
  });

  it("is not shut to those who have the access token", async () => {
    const headers = { authorization: `Bearer ${ACCESS_TOKEN}` };
    for (const operation of operations) {
      if (SIGNED.includes(operation.name) || operation.name === "POST /api/session") continue;
      const { status } = await send(shut, operation, headers);
      expect([200, 201, 204, 404], operation.name).toContain(status);
    }
  });
});

describe("a URL that is signed", () => {
  it("opens nothing without its signature, whoever asks", async () => {
    for (const operation of operations.filter(({ name }) => SIGNED.includes(name))) {
      for (const api of [open, shut]) {
        const response = await send(api, operation, { authorization: `Bearer ${ACCESS_TOKEN}` });
        expect(response.status, operation.name).toBe(400);
        const { path } = operation;
        const forged = {
          ...operation,
          path: `${path}?bytes=1&type=image/jpeg&expires=9&signature=x`,
        };
        const refused = await send(api, forged);
        expect(await codeOf(refused), operation.name).toEqual([403, "upload_url_invalid"]);
        expect(refused.headers.get("set-cookie"), operation.name).toBeNull();
      }
    }
  });
});
