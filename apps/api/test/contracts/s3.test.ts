import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, vi } from "vitest";
import { createS3Store } from "../../src/adapters/s3/object-store.ts";
import { has, needing } from "../../src/testing/capabilities.ts";
import { objectStoreContract } from "../../src/testing/contracts/object-store.ts";
import { partStoreContract } from "../../src/testing/contracts/part-store.ts";
import type { StartedMoto } from "../../src/testing/moto.ts";
import { startMoto, TEST_CREDENTIALS } from "../../src/testing/moto.ts";
import type { S3Front } from "../../src/testing/s3-front.ts";
import { startS3Front } from "../../src/testing/s3-front.ts";

describe.skipIf(!has("moto"))(needing("moto", "S3"), () => {
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

  const openFresh = (versions: boolean) => async () => {
    const bucket = await moto.makeBucket({ versions });
    const spoolDir = await mkdtemp(join(tmpdir(), "spool-"));
    const where = { region: "us-east-1", endpoint: front.url, forcePathStyle: true };
    return {
      store: await createS3Store({ bucket, spoolDir, ...where }),
      list: () => moto.list(bucket),
      close: () => rm(spoolDir, { recursive: true }),
    };
  };

  objectStoreContract("a bucket", openFresh(false));
  objectStoreContract("a bucket that keeps versions", openFresh(true));
  partStoreContract("a bucket", openFresh(false));
});
