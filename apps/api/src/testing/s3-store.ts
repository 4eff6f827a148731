import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, vi } from "vitest";
import { createS3Store } from "../adapters/s3/object-store.ts";
import type { StartedMoto } from "./moto.ts";
import { startMoto, TEST_CREDENTIALS } from "./moto.ts";
import type { S3Front } from "./s3-front.ts";
import { startS3Front } from "./s3-front.ts";

/** An S3 for the tests of a `describe`, and a front before it to misbehave. */
export function useS3() {
  let moto: StartedMoto;
  let front: S3Front;
  beforeAll(async () => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", TEST_CREDENTIALS.accessKeyId);
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", TEST_CREDENTIALS.secretAccessKey);
    moto = await startMoto();
    front = await startS3Front(moto.url);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await front?.close();
    await moto?.stop();
  });
  return { moto: () => moto, front: () => front };
}

/** A store in a new bucket of that S3. */
export async function openS3Store(
  { moto, front }: ReturnType<typeof useS3>,
  { versions, pageSize }: { readonly versions: boolean; readonly pageSize?: number },
) {
  const bucket = await moto().makeBucket({ versions });
  const spoolDir = await mkdtemp(join(tmpdir(), "spool-"));
  const store = await createS3Store({
    ...{ bucket, spoolDir, region: "us-east-1", endpoint: front().url, forcePathStyle: true },
    ...(pageSize === undefined ? {} : { pageSize }),
  });
  return {
    bucket,
    store,
    list: () => moto().list(bucket),
    close: () => rm(spoolDir, { recursive: true }),
  };
}
