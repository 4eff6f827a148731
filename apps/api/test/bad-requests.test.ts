import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asCaption, asPage, asProblem, createVisitor } from "../src/testing/api-client.ts";
import type { FakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { makePhoto } from "../src/testing/make-photo.ts";
import { readEvents } from "../src/testing/sse.ts";
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

/** A cursor as we make them, for whatever time. */
const cursorOf = (time: unknown) =>
  Buffer.from(JSON.stringify([time, "cap_01234567890123456789"])).toString("base64url");

describe("a request that does not fit", () => {
  it.each([
    ["an unknown id", "GET", "/captions/cap_01234567890123456789", 404],
    ["an id of another kind", "GET", "/captions/upl_01234567890123456789", 404],
    ["an id that is none", "DELETE", "/captions/1;drop", 404],
    ["a path that is not there", "GET", "/nothing", 404],
    ["a path out of the API", "GET", "/captions/..%2f..%2fetc%2fpasswd", 404],
    ["an id with a NUL", "GET", "/captions/%00", 404],
    ["an id that is no URL", "GET", "/captions/%zz", 404],
    ["a slash too many", "GET", "/captions/", 404],
    ["a cursor of another list", "GET", "/captions?cursor=abc", 400],
    ["an empty cursor", "GET", "/captions?cursor=", 400],
    [
      "a cursor of a time before ours",
      "GET",
      `/captions?cursor=${cursorOf(-62_198_755_200_001)}`,
      400,
    ],
    [
      "a cursor of a time no database knows",
      "GET",
      `/captions?cursor=${cursorOf("+275760-01-01T00:00:00Z")}`,
      400,
    ],
    ["a page of 1,000", "GET", "/captions?limit=1000", 400],
    ["a page of a length that is none", "GET", "/captions?limit=all", 400],
    ["a search of 201 characters", "GET", `/captions?q=${"a".repeat(201)}`, 400],
  ])("%s", async (_, method, path, status) => {
    const response = await createVisitor(api.url).send(path, { method });
    expect(response.status).toBe(status);
    expect(await asProblem(response)).toMatchObject({
      status,
      requestId: expect.stringMatching(/^req_/u),
      detail: expect.stringMatching(/^(?!.*(undefined|null|NaN)).+\.$/u),
    });
  });

  it("a body that is not JSON, and one that says it is something else", async () => {
    const visitor = createVisitor(api.url);
    expect(await asProblem(await visitor.postJson("/captions", "{nope"))).toMatchObject({
      code: "invalid_json",
    });
    const text = { "content-type": "text/plain" };
    expect(await asProblem(await visitor.postJson("/captions", "{}", text))).toMatchObject({
      status: 415,
      code: "unsupported_content_type",
    });
  });

  it.each([
    ["PUT", "/captions", "GET, POST"],
    ["PATCH", "/captions/cap_01234567890123456789", "GET, DELETE"],
    ["GET", "/uploads", "POST"],
    ["POST", "/limits", "GET"],
    ["OPTIONS", "/captions/cap_01234567890123456789/events", "GET"],
    ["DELETE", "/health/live", "GET"],
  ])("%s %s, where only %s is possible", async (method, path, allowed) => {
    const response = await createVisitor(api.url).send(path, { method });
    expect(response.headers.get("allow")).toBe(allowed);
    expect(await asProblem(response)).toMatchObject({
      status: 405,
      code: "method_not_allowed",
      detail: expect.stringContaining(allowed),
    });
  });

  it("HEAD is GET without its body", async () => {
    const response = await createVisitor(api.url).send("/limits", { method: "HEAD" });
    expect([response.status, await response.text()]).toEqual([200, ""]);
  });

  it("a search for a NUL finds what a search for nothing finds", async () => {
    const response = await createVisitor(api.url).get("/captions?q=%00");
    expect(await asPage(response)).toEqual({ items: [], nextCursor: null });
  });

  it.each([
    ["a list", "[]", 400, "invalid_request"],
    ["null", "null", 400, "invalid_request"],
    ["nothing", "", 400, "invalid_json"],
    ["bytes that are no text", Buffer.from([0x7b, 0xff, 0xfe]), 400, "invalid_json"],
    ["a field too many", '{"uploadId":"upl_01234567890123456789","x":1}', 400, "invalid_request"],
    ["an upload that is a path", '{"uploadId":"../../secret"}', 400, "invalid_request"],
    ["an upload nobody knows", '{"uploadId":"upl_01234567890123456789"}', 404, "not_found"],
    ["a megabyte", `{"uploadId":"${"a".repeat(1e6)}"}`, 413, "request_too_large"],
    ["a hundred thousand brackets", "[".repeat(100_000), 413, "request_too_large"],
  ])("JSON that is %s", async (_, body, status, code) => {
    const init = { method: "POST", headers: { "content-type": "application/json" }, body };
    const response = await createVisitor(api.url).send("/captions", init);
    expect(await asProblem(response)).toMatchObject({ status, code });
  });

  it("a header of 40,000 characters", async () => {
    const headers = { "x-long": "a".repeat(40_000) };
    const response = await createVisitor(api.url).send("/limits", { headers });
    expect(response.status).toBe(431);
  });

  it("a key that no header can carry", async () => {
    const response = await createVisitor(api.url).caption(
      await makePhoto(),
      {},
      { "idempotency-key": "a key with spaces" },
    );
    expect(await asProblem(response)).toMatchObject({ code: "idempotency_key_invalid" });
    expect(await api.storedUploads()).toEqual([]);
  });
});

describe("headers that ask for something odd", () => {
  it.each(["wait=-1", "wait=soon", "wait=", ";;,", "return=minimal"])(
    "Prefer: %s is no wait",
    async (prefer) => {
      const visitor = createVisitor(api.url);
      const response = await visitor.caption(await makePhoto(), {}, { prefer });
      expect([response.status, response.headers.get("preference-applied")]).toEqual([202, null]);
      await visitor.send(`/captions/${(await asCaption(response)).id}`, { method: "DELETE" });
    },
  );

  it.each([
    ["soon", 6],
    ["-1", 6],
    ["99999999999999999999", 0],
  ])("Last-Event-ID: %s gets %i events of six", async (lastEventId, count) => {
    const visitor = createVisitor(api.url);
    const { id } = await asCaption(await visitor.caption(await makePhoto()));
    const headers = { "last-event-id": lastEventId };
    const events = await readEvents(await visitor.send(`/captions/${id}/events`, { headers }));
    expect(events).toHaveLength(count);
  });

  it.each(["captions_session=ses_x.forged", "captions_session=%E0%A4%A; =;;;"])(
    "a session that is none of ours is a new one: %s",
    async (cookie) => {
      const response = await fetch(`${api.url}/captions`, { headers: { cookie } });
      expect(response.headers.get("set-cookie")).toMatch(/^captions_session=ses_/u);
      expect(await asPage(response)).toEqual({ items: [], nextCursor: null });
    },
  );
});
