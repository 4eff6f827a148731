import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Visitor } from "../src/testing/api-client.ts";
import {
  asArrived,
  asCaption,
  asProblem,
  asUpload,
  createVisitor,
} from "../src/testing/api-client.ts";
import type { FakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { makePhoto } from "../src/testing/make-photo.ts";
import { padJpeg } from "../src/testing/pad-file.ts";
import type { LargeFile } from "../src/testing/send-parts.ts";
import {
  allParts,
  declareParts,
  partOf,
  partUrl,
  sendPart,
  sendParts,
} from "../src/testing/send-parts.ts";
import type { RunningApi } from "../src/testing/start-api.ts";
import { startApi } from "../src/testing/start-api.ts";

const MEBIBYTE = 1024 ** 2;

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

async function largePhoto(): Promise<LargeFile> {
  const { bytes, name, type } = await makePhoto();
  return { name, type, content: new Blob([Buffer.from(padJpeg(bytes, 17 * MEBIBYTE))]) };
}

/** A large photo of a new visitor, none of whose parts is sent. */
async function begun() {
  const visitor = createVisitor(api.url);
  await visitor.get("/captions");
  const file = await largePhoto();
  return { visitor, file, declared: await declareParts(visitor, file) };
}

const complete = (visitor: Visitor, id: string) => visitor.postJson(`/uploads/${id}/complete`, {});
const discard = (visitor: Visitor, id: string) =>
  visitor.send(`/uploads/${id}`, { method: "DELETE" });

describe("an upload in parts", () => {
  it("is what a file of more than 16 MiB is, and no smaller one", async () => {
    const { visitor, declared } = await begun();
    expect(declared.parts).toEqual({ bytes: 8 * MEBIBYTE, count: 3 });
    const small = { name: "a.jpg", type: "image/jpeg", bytes: 16 * MEBIBYTE };
    expect(await (await visitor.postJson("/uploads", small)).json()).not.toHaveProperty("parts");
    await discard(visitor, declared.upload.id);
  });

  it("is captioned once its parts are sent, in any order, and leaves nothing but a receipt", async () => {
    const { visitor, file, declared } = await begun();
    await sendParts(visitor, declared, { file, numbers: [3, 1, 2] });
    const { id: uploadId } = await asUpload(await complete(visitor, declared.upload.id));
    const headers = { prefer: "wait=30" };
    const caption = await asCaption(await visitor.postJson("/captions", { uploadId }, headers));
    expect(caption).toMatchObject({
      state: "done",
      receipt: { objectVersions: 1, bytes: file.content.size },
    });
    expect(await api.storedUploads()).toEqual([]);
  });

  it("needs no word that it is complete: asking for a caption is enough", async () => {
    const { visitor, file, declared } = await begun();
    await sendParts(visitor, declared, { file, numbers: allParts(declared) });
    const asked = { uploadId: declared.upload.id };
    expect((await visitor.postJson("/captions", asked, { prefer: "wait=30" })).status).toBe(201);
  });

  it("is deleted where what it holds cannot be captioned", async () => {
    const { visitor, file, declared } = await begun();
    await sendParts(visitor, declared, { file, numbers: [1, 2] });
    const { size } = partOf(declared, file, 3);
    await sendPart(visitor, declared, { number: 3, body: new Blob([Buffer.alloc(size)]) });
    const answer = await visitor.postJson("/captions", { uploadId: declared.upload.id });
    expect((await asProblem(answer)).code).toMatch(/^image_/u);
    expect(await api.storedUploads()).toEqual([]);
  });

  it("tells what of it has arrived", async () => {
    const { visitor, file, declared } = await begun();
    const arrived = async () =>
      asArrived(await visitor.get(`/uploads/${declared.upload.id}/parts`));
    expect((await arrived()).arrived).toEqual([]);
    const body = partOf(declared, file, 2);
    const sent = await sendPart(visitor, declared, { number: 2, body });
    const etag = sent.headers.get("etag");
    expect((await arrived()).arrived).toEqual([{ number: 2, bytes: 8 * MEBIBYTE, etag }]);
    await sendParts(visitor, declared, { file, numbers: [1, 3] });
    await complete(visitor, declared.upload.id);
    expect(await arrived()).toMatchObject({ upload: { state: "uploaded" }, arrived: [] });
    await discard(visitor, declared.upload.id);
  });

  it("is not complete without all its parts, and says which are missing", async () => {
    const { visitor, file, declared } = await begun();
    await sendParts(visitor, declared, { file, numbers: [2] });
    const problem = await asProblem(await complete(visitor, declared.upload.id));
    expect(problem).toMatchObject({ status: 409, code: "upload_incomplete" });
    expect(problem.detail).toContain(`Parts 1 and 3 of "${file.name}" have not arrived`);
    await sendParts(visitor, declared, { file, numbers: [1, 3] });
    expect((await complete(visitor, declared.upload.id)).status).toBe(200);
    await discard(visitor, declared.upload.id);
  });

  it("takes a part again, and the last one counts", async () => {
    const { visitor, file, declared } = await begun();
    const other = await largePhoto();
    await sendParts(visitor, declared, { file: other, numbers: [1, 2] });
    await sendParts(visitor, declared, { file, numbers: [3, 2, 1] });
    const asked = { uploadId: declared.upload.id, options: { variants: 1 } };
    const answer = await visitor.postJson("/captions", asked, { prefer: "wait=30" });
    expect(await asCaption(answer)).toMatchObject({ state: "done" });
  });

  it.each([
    ["fewer", (part: Blob) => part.slice(1)],
    ["more", (part: Blob) => new Blob([part, "!"])],
  ])("refuses a part with %s bytes, and names it", async (_, change) => {
    const { visitor, file, declared } = await begun();
    const body = change(partOf(declared, file, 3));
    const problem = await asProblem(await sendPart(visitor, declared, { number: 3, body }));
    expect(problem).toMatchObject({ status: 422, code: "upload_size_mismatch" });
    expect(problem.detail).toContain("Part 3 ");
    await discard(visitor, declared.upload.id);
  });

  it("refuses a first part of another kind than declared", async () => {
    const { visitor, declared } = await begun();
    const body = new Blob([Buffer.alloc(declared.parts.bytes, "text ")]);
    const problem = await asProblem(await sendPart(visitor, declared, { number: 1, body }));
    expect(problem).toMatchObject({ status: 415, code: "image_type_mismatch" });
    await discard(visitor, declared.upload.id);
  });

  it.each([
    ["a part it does not have", [4], 422, "upload_part_unknown", "no part 4"],
    ["one part twice", [2, 2], 400, "invalid_request", "once"],
    ["part 0", [0], 400, "invalid_request", "/numbers/0"],
    ["no part", [], 400, "invalid_request", "/numbers"],
  ])("gives no URL for %s", async (_, numbers, status, code, words) => {
    const { visitor, declared } = await begun();
    const path = `/uploads/${declared.upload.id}/part-urls`;
    const problem = await asProblem(await visitor.postJson(path, { numbers }));
    expect(problem).toMatchObject({ status, code });
    expect(problem.detail).toContain(words);
  });

  it.each([
    ["of another part", (url: string) => url.replace("/parts/1?", "/parts/2?"), 403],
    ["that ends later", (url: string) => url.replace(/expires=\d/u, "expires=9"), 403],
    ["of a part that is no number", (url: string) => url.replace("/parts/1?", "/parts/x?"), 404],
  ])("takes nothing at a URL %s", async (_, forge, status) => {
    const { visitor, file, declared } = await begun();
    const url = forge(await partUrl(visitor, declared, 1));
    const sent = await visitor.send(url, { method: "PUT", body: partOf(declared, file, 1) });
    expect(await asProblem(sent)).toMatchObject({ status });
  });

  it("is deleted with all its parts, and takes none after that", async () => {
    const { visitor, file, declared } = await begun();
    const url = await partUrl(visitor, declared, 2);
    await sendParts(visitor, declared, { file, numbers: [1, 3] });
    expect((await discard(visitor, declared.upload.id)).status).toBe(204);
    const late = await visitor.send(url, { method: "PUT", body: partOf(declared, file, 2) });
    expect(await asProblem(late)).toMatchObject({ status: 404, code: "not_found" });
    const { id } = declared.upload;
    const stored = await api.storedUploads();
    expect(stored.filter((name) => name.includes(id))).toEqual([]);
  });

  it("takes no parts and gives no URLs once it is complete", async () => {
    const { visitor, file, declared } = await begun();
    const url = await partUrl(visitor, declared, 1);
    await sendParts(visitor, declared, { file, numbers: allParts(declared) });
    await complete(visitor, declared.upload.id);
    const path = `/uploads/${declared.upload.id}/part-urls`;
    const answers = [
      await visitor.send(url, { method: "PUT", body: partOf(declared, file, 1) }),
      await visitor.postJson(path, { numbers: [1] }),
    ];
    for (const answer of answers) {
      expect(await asProblem(answer)).toMatchObject({ status: 409, code: "upload_already_used" });
    }
    expect((await complete(visitor, declared.upload.id)).status).toBe(200);
    await discard(visitor, declared.upload.id);
  });

  it("is nobody else's to look at, to send to or to complete", async () => {
    const { declared } = await begun();
    const stranger = createVisitor(api.url);
    const path = `/uploads/${declared.upload.id}`;
    const answers = [
      await stranger.get(`${path}/parts`),
      await stranger.postJson(`${path}/part-urls`, { numbers: [1] }),
      await complete(stranger, declared.upload.id),
    ];
    for (const answer of answers) {
      expect(await asProblem(answer)).toMatchObject({ status: 404, code: "not_found" });
    }
  });

  it("is not what a small file's upload is", async () => {
    const visitor = createVisitor(api.url);
    const small = { name: "a.jpg", type: "image/jpeg", bytes: 99 };
    const { upload } = await asArrived(await visitor.postJson("/uploads", small));
    const problem = await asProblem(await visitor.get(`/uploads/${upload.id}/parts`));
    expect(problem).toMatchObject({ status: 409, code: "upload_not_in_parts" });
  });
});
