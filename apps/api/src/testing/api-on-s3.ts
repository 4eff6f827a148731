import type { Caption } from "@caption-generator/schema";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { PhotoFile, Visitor } from "./api-client.ts";
import { asCaption, asDeclared, createVisitor } from "./api-client.ts";
import type { FakeGemini } from "./fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "./fake-gemini/start-fake-gemini.ts";
import { s3Settings } from "./moto.ts";
import { useS3 } from "./s3-store.ts";
import type { RunningApi } from "./start-api.ts";
import { startApi } from "./start-api.ts";

/** How long a caption is waited for. */

interface ApiOnS3 {
  readonly bucket: string;
  readonly api: RunningApi;
  /** Somebody who has a session. */
  readonly visitor: Visitor;
}

/**
 * For each test of a `describe` an API whose uploads are in a bucket of its own, with versions, and whose
 * captions a fake Gemini writes.
 * @param settings the API's others, asked for once all servers run
 */
export function useApiOnS3({
  latencyMs = 0,
  settings = () => ({}),
}: {
  readonly latencyMs?: number;
  readonly settings?: () => Readonly<Record<string, string>>;
} = {}) {
  const s3 = useS3();
  let gemini: FakeGemini;
  let on: ApiOnS3;
  beforeAll(async () => {
    gemini = await startFakeGemini({ latencyMs });
  });
  afterAll(() => gemini?.close());
  beforeEach(async () => {
    const bucket = await s3.moto().makeBucket({ versions: true });
    const api = await startApi({
      ...s3Settings(s3.front().url),
      S3_BUCKET: bucket,
      GEMINI_API_KEY: gemini.apiKey,
      GEMINI_BASE_URL: gemini.url,
      ...settings(),
    });
    on = { bucket, api, visitor: await visitorOf(api) };
  });
  afterEach(async () => {
    s3.front().busy = false;
    await on.api.stop();
  });

  return {
    moto: s3.moto,
    front: s3.front,
    gemini: () => gemini,
    api: () => on.api,
    bucket: () => on.bucket,
    visitor: () => on.visitor,
    anotherVisitor: () => visitorOf(on.api),
    /** The names of everything in the bucket. */
    stored: () => s3.moto().list(on.bucket),
  };
}

async function visitorOf({ url }: RunningApi): Promise<Visitor> {
  const visitor = createVisitor(url);
  await visitor.get("/captions");
  return visitor;
}

/** Declares a file and sends it to the URL that it was given, as often as said. Returns the upload's id. */
export async function sendDeclared(
  visitor: Visitor,
  { bytes, name, type }: PhotoFile,
  times = 1,
): Promise<string> {
  const answer = await visitor.postJson("/uploads", { name, type, bytes: bytes.length });
  if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
  const { upload, target } = await asDeclared(answer);
  const { method, url, headers } = target;
  for (let time = 0; time < times; time += 1) {
    const { status } = await fetch(url, { method, headers, body: Buffer.from(bytes) });
    if (status !== 200) throw new Error(`The store answered ${status} to the upload of "${name}".`);
  }
  return upload.id;
}

/** Asks for the caption of an upload, which has to wait for its turn. */
export async function askFor(visitor: Visitor, uploadId: string): Promise<Caption> {
  const answer = await visitor.postJson("/captions", { uploadId });
  if (answer.status !== 202) throw new Error(`${answer.status}: ${await answer.text()}`);
  return asCaption(answer);
}

export const readCaption = async (visitor: Visitor, { id }: Pick<Caption, "id">) =>
  asCaption(await visitor.get(`/captions/${id}`));
