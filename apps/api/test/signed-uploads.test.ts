import { afterAll, beforeAll, describe } from "vitest";
import type { Visitor } from "../src/testing/api-client.ts";
import { createVisitor } from "../src/testing/api-client.ts";
import { useApiOnS3 } from "../src/testing/api-on-s3.ts";
import { has, needing } from "../src/testing/capabilities.ts";
import { signedUploadsContract } from "../src/testing/contracts/signed-uploads.ts";
import type { RunningApi } from "../src/testing/start-api.ts";
import { startApi } from "../src/testing/start-api.ts";

describe("the API itself", () => {
  let api: RunningApi;
  let visitor: Visitor;
  beforeAll(async () => {
    api = await startApi();
    visitor = createVisitor(api.url);
    await visitor.get("/captions");
  });
  afterAll(() => api?.stop());

  signedUploadsContract("the disk store", () => ({ url: api.url, visitor }));
});

describe.skipIf(!has("moto"))(needing("moto", "a bucket"), () => {
  const on = useApiOnS3();
  signedUploadsContract("S3", () => ({ url: on.api().url, visitor: on.visitor() }));
});
