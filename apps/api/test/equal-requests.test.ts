import type { DeclaredWhole } from "@caption-generator/schema";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Visitor } from "../src/testing/api-client.ts";
import { asCaption, asProblem, createVisitor } from "../src/testing/api-client.ts";
import type { FakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { makePhoto } from "../src/testing/make-photo.ts";
import type { RunningApi } from "../src/testing/start-api.ts";
import { startApi } from "../src/testing/start-api.ts";

let gemini: FakeGemini;
let api: RunningApi;
let visitor: Visitor;
beforeAll(async () => {
  gemini = await startFakeGemini();
  api = await startApi({ GEMINI_API_KEY: gemini.apiKey, GEMINI_BASE_URL: gemini.url });
  visitor = createVisitor(api.url);
  await visitor.get("/captions");
});
afterAll(async () => {
  await api?.stop();
  await gemini?.close();
});

/** An upload that has arrived. */
async function uploaded(): Promise<string> {
  const { bytes, name, type } = await makePhoto();
  const answer = await visitor.postJson("/uploads", { name, type, bytes: bytes.length });
  const { upload, target } = (await answer.json()) as DeclaredWhole;
  const { url, method, headers } = target;
  const sent = await fetch(new URL(url, api.url), { method, headers, body: Buffer.from(bytes) });
  expect(sent.ok).toBe(true);
  return upload.id;
}

it("are one request, though they come side by side", async () => {
  for (let round = 0; round < 8; round += 1) {
    const uploadId = await uploaded();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        visitor.postJson("/captions", { uploadId }, { "idempotency-key": uploadId }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    const made = await Promise.all(answers.map(async (answer) => (await asCaption(answer)).id));
    expect(new Set(made).size).toBe(1);
  }
});

it("are refused where they have no key, but for the first", async () => {
  const uploadId = await uploaded();
  const answers = await Promise.all(
    [1, 2, 3].map(() => visitor.postJson("/captions", { uploadId })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
});

it("are told from others with their key, which come side by side as well", async () => {
  for (let round = 0; round < 4; round += 1) {
    const photos = await Promise.all([1, 2, 3].map(() => makePhoto()));
    const headers = { "idempotency-key": `round-${round}` };
    const answers = await Promise.all(photos.map((photo) => visitor.caption(photo, {}, headers)));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 422, 422]);
    const codes = await Promise.all(answers.map(async (answer) => (await asCode(answer)).code));
    expect(codes.filter((code) => code === "idempotency_key_reused")).toHaveLength(2);
  }
});

it("keep an upload that came with a key of another request, for a new key", async () => {
  const headers = { "idempotency-key": "order-1" };
  const first = await uploaded();
  expect((await visitor.postJson("/captions", { uploadId: first }, headers)).status).toBe(202);
  const other = { uploadId: await uploaded() };
  const refused = await visitor.postJson("/captions", other, headers);
  expect(await asProblem(refused)).toMatchObject({ status: 422, code: "idempotency_key_reused" });
  const again = await visitor.postJson("/captions", other, { "idempotency-key": "order-2" });
  expect(again.status).toBe(202);
});

it("leave no copy of a form's photo behind, whether the form is the same or another", async () => {
  const headers = { "idempotency-key": "form-1", prefer: "wait=30" };
  const photo = await makePhoto();
  const made = await visitor.caption(photo, {}, headers);
  expect(made.status).toBe(201);
  const same = await visitor.caption(photo, {}, headers);
  expect((await asCaption(same)).id).toBe((await asCaption(made)).id);
  expect((await visitor.caption(await makePhoto(), {}, headers)).status).toBe(422);
  await expect.poll(() => api.storedUploads()).toEqual([]);
});

const asCode = async (answer: Response) => (await answer.json()) as { readonly code?: string };
