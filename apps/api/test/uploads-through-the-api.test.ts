import { describe, expect, it } from "vitest";
import { asDeclared } from "../src/testing/api-client.ts";
import { askFor, readCaption, useApiOnS3 } from "../src/testing/api-on-s3.ts";
import { has, needing } from "../src/testing/capabilities.ts";
import { makePhoto } from "../src/testing/make-photo.ts";
import { padJpeg } from "../src/testing/pad-file.ts";
import { allParts, declareParts, sendParts } from "../src/testing/send-parts.ts";

/** As where the bucket's CORS does not name the page's origin: a browser would be refused there. */
const THROUGH_API = { S3_UPLOADS: "through-api" };

describe.skipIf(!has("moto"))(needing("moto", "uploads to S3 that go through the API"), () => {
  const on = useApiOnS3({ settings: () => THROUGH_API });
  const isDone = (id: string) =>
    expect.poll(async () => (await readCaption(on.visitor(), { id })).state).toBe("done");

  it("sends a photo to the API's own URL, from where it comes into the bucket", async () => {
    const { bytes, name, type } = await makePhoto();
    const declared = await asDeclared(
      await on.visitor().postJson("/uploads", { name, type, bytes: bytes.length }),
    );
    const { url, method, headers } = declared.target;
    expect(url).toMatch(/^\/api\/uploads\//u);
    const own = url.replace(/^\/api/u, "");
    const sent = await on.visitor().send(own, { method, headers, body: Buffer.from(bytes) });
    expect(sent.status).toBe(204);
    expect(await on.stored()).toEqual([declared.upload.id]);
    const { id } = await askFor(on.visitor(), declared.upload.id);
    await isDone(id);
    expect(await on.stored()).toEqual([]);
  });

  it("sends a large one to it in parts", async () => {
    const { bytes, name, type } = await makePhoto();
    const content = new Blob([Buffer.from(padJpeg(bytes, 17 * 1024 ** 2))]);
    const file = { name, type, content };
    const declared = await declareParts(on.visitor(), file);
    await sendParts(on.visitor(), declared, { file, numbers: allParts(declared) });
    const whole = await on.visitor().postJson(`/uploads/${declared.upload.id}/complete`, {});
    expect(whole.status).toBe(200);
    const { id } = await askFor(on.visitor(), declared.upload.id);
    await isDone(id);
    expect(await on.stored()).toEqual([]);
  });
});
