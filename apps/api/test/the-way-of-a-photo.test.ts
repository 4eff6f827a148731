import { captionSchema } from "@caption-generator/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  asCaption,
  asDeclared,
  asPage,
  asProblem,
  asUpload,
  createVisitor,
} from "../src/testing/api-client.ts";
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

describe("a photo sent as the page sends it", () => {
  it("is declared, uploaded, captioned and deleted, with news all along", async () => {
    const visitor = createVisitor(api.url);
    const photo = await makePhoto();
    const declared = await visitor.postJson("/uploads", {
      name: photo.name,
      type: photo.type,
      bytes: photo.bytes.length,
    });
    expect(declared.status).toBe(201);
    const { upload, target } = await asDeclared(declared);

    const sent = await fetch(new URL(target.url, api.url), {
      method: target.method,
      headers: target.headers,
      body: Buffer.from(photo.bytes),
    });
    expect(sent.status).toBe(204);
    const completed = await visitor.postJson(`/uploads/${upload.id}/complete`, {});
    expect(await asUpload(completed)).toMatchObject({ state: "uploaded" });

    const created = await visitor.postJson("/captions", {
      uploadId: upload.id,
      options: { tone: "witty", length: "short", variants: 3 },
    });
    expect(created.status).toBe(202);
    const { id } = await asCaption(created);

    const events = await readEvents(await visitor.get(`/captions/${id}/events`));
    expect(events.map((event) => (event.type === "stage" ? event.stage : event.type))).toEqual([
      "queued",
      "inspecting",
      "normalising",
      "captioning",
      "finishing",
      "finished",
    ]);
    const last = events.at(-1);
    if (last?.type !== "finished") throw new Error("The stream did not end with the caption.");
    const caption = captionSchema.parse(last.caption);
    expect(caption.state).toBe("done");
    expect(new Set(caption.result?.variants.map(({ text }) => text)).size).toBe(3);
    expect(caption.result?.altText.text).not.toBe("");
    expect(caption.receipt).toMatchObject({ objectVersions: 1, bytes: photo.bytes.length });
    expect(await api.storedUploads()).toEqual([]);
  });

  it("can be watched again from any event on", async () => {
    const visitor = createVisitor(api.url);
    const { id } = await asCaption(await visitor.caption(await makePhoto()));
    const headers = { "last-event-id": "4" };
    const rest = await readEvents(await visitor.send(`/captions/${id}/events`, { headers }));
    expect(rest.map((event) => event.seq)).toEqual([5, 6]);
  });
});

describe("a photo sent with curl", () => {
  it.each(["jpeg", "png", "webp", "avif", "gif"] as const)("may be %s", async (format) => {
    const visitor = createVisitor(api.url);
    const photo = await makePhoto({ format });
    const response = await visitor.caption(photo, { variants: 2 });
    expect(response.status).toBe(201);
    expect(response.headers.get("preference-applied")).toBe("wait");
    const caption = await asCaption(response);
    expect(caption).toMatchObject({ state: "done", source: { width: 320, height: 240 } });
    expect(caption.result?.variants).toHaveLength(2);
  });

  it("is answered from the cache the second time, without another call", async () => {
    const visitor = createVisitor(api.url);
    const photo = await makePhoto();
    const first = await asCaption(await visitor.caption(photo, { tone: "dramatic" }));
    const calls = gemini.requests.length;
    const second = await asCaption(await visitor.caption(photo, { tone: "dramatic" }));
    expect(gemini.requests.length).toBe(calls);
    expect(second).toMatchObject({ cached: true, state: "done", result: first.result });
    expect(second.id).not.toBe(first.id);
    expect(second.receipt).toMatchObject({ objectVersions: 1 });
    const third = await asCaption(await visitor.caption(photo, { tone: "minimal" }));
    expect(third.cached).toBe(false);
  });

  it("is captioned once however often its request is repeated", async () => {
    const visitor = createVisitor(api.url);
    await visitor.get("/captions");
    const photo = await makePhoto();
    const headers = { "idempotency-key": "order-1", prefer: "wait=30" };
    const ids = await Promise.all(
      [1, 2, 3].map(async () => (await asCaption(await visitor.caption(photo, {}, headers))).id),
    );
    expect(new Set(ids).size).toBe(1);
    const other = await visitor.caption(photo, { tone: "playful" }, headers);
    expect(await asProblem(other)).toMatchObject({ status: 422, code: "idempotency_key_reused" });
    expect(await api.storedUploads()).toEqual([]);
  });
});

describe("a finished caption", () => {
  it("is revised from what was seen, without the photo", async () => {
    const visitor = createVisitor(api.url);
    const original = await asCaption(await visitor.caption(await makePhoto(), { tone: "casual" }));
    const calls = gemini.requests.length;
    const response = await visitor.postJson(
      `/captions/${original.id}/revisions`,
      { options: { tone: "dramatic", instruction: "mention the sea" } },
      { prefer: "wait=30" },
    );
    const revision = await asCaption(response);
    expect(revision).toMatchObject({
      state: "done",
      revisionOf: original.id,
      options: { tone: "dramatic", length: "medium", instruction: "mention the sea" },
    });
    const sent = JSON.stringify(gemini.requests.slice(calls));
    expect(sent).toContain("mention the sea");
    expect(sent).not.toContain("inlineData");
  });

  it("is revised once for one idempotency key", async () => {
    const visitor = createVisitor(api.url);
    const { id } = await asCaption(await visitor.caption(await makePhoto()));
    const headers = { "idempotency-key": "revision-1", prefer: "wait=30" };
    const revise = (tone: string) =>
      visitor.postJson(`/captions/${id}/revisions`, { options: { tone } }, headers);
    const twice = await Promise.all([revise("minimal"), revise("minimal")]);
    const ids = await Promise.all(twice.map(async (answer) => (await asCaption(answer)).id));
    expect(new Set(ids).size).toBe(1);
    expect(await asProblem(await revise("witty"))).toMatchObject({
      status: 422,
      code: "idempotency_key_reused",
    });
    expect((await asPage(await visitor.get("/captions"))).items).toHaveLength(2);
  });

  it("refuses a revision with options that are not there", async () => {
    const visitor = createVisitor(api.url);
    const { id } = await asCaption(await visitor.caption(await makePhoto()));
    const response = await visitor.postJson(`/captions/${id}/revisions`, {
      options: { variants: 6 },
    });
    expect(await asProblem(response)).toMatchObject({
      status: 422,
      code: "invalid_options",
      errors: [{ pointer: "/options/variants" }],
    });
  });

  it("is gone once deleted", async () => {
    const visitor = createVisitor(api.url);
    const { id } = await asCaption(await visitor.caption(await makePhoto()));
    expect((await visitor.send(`/captions/${id}`, { method: "DELETE" })).status).toBe(204);
    expect((await visitor.get(`/captions/${id}`)).status).toBe(404);
    expect((await visitor.get(`/captions/${id}/events`)).status).toBe(404);
  });

  it("cannot be cancelled any more", async () => {
    const visitor = createVisitor(api.url);
    const { id } = await asCaption(await visitor.caption(await makePhoto()));
    const response = await visitor.postJson(`/captions/${id}/cancel`, {});
    expect(await asProblem(response)).toMatchObject({ code: "caption_already_finished" });
  });
});

describe("the history", () => {
  it("comes in pages, newest first, and is searched", async () => {
    const visitor = createVisitor(api.url);
    const ids: string[] = [];
    for (const name of ["beach.jpg", "Mountain.jpg", "beach-2.jpg"]) {
      ids.unshift((await asCaption(await visitor.caption(await makePhoto({ name })))).id);
    }
    const pages: string[][] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const query: string = cursor === "" ? "limit=2" : `limit=2&cursor=${cursor}`;
      const page = await asPage(await visitor.get(`/captions?${query}`));
      pages.push(page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(pages).toEqual([ids.slice(0, 2), ids.slice(2)]);
    const found = await asPage(await visitor.get("/captions?q=MOUNTAIN"));
    expect(found.items.map(({ id }) => id)).toEqual([ids[1]]);
    const wild = await asPage(await visitor.get("/captions?q=%25"));
    expect(wild.items).toEqual([]);
  });

  it("shows a stranger nothing", async () => {
    const owner = createVisitor(api.url);
    const stranger = createVisitor(api.url);
    const { id } = await asCaption(await owner.caption(await makePhoto()));
    expect((await asPage(await stranger.get("/captions"))).items).toEqual([]);
    for (const [method, path] of [
      ["GET", `/captions/${id}`],
      ["GET", `/captions/${id}/events`],
      ["POST", `/captions/${id}/cancel`],
      ["DELETE", `/captions/${id}`],
    ] as const) {
      expect((await stranger.send(path, { method })).status, `${method} ${path}`).toBe(404);
    }
    const revision = await stranger.postJson(`/captions/${id}/revisions`, { options: {} });
    expect(revision.status).toBe(404);
  });
});
