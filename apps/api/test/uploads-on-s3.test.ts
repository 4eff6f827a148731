import type { Caption } from "@caption-generator/schema";
import { describe, expect, it } from "vitest";
import {
  asArrived,
  asCaption,
  asDeclared,
  asPartUrls,
  asProblem,
} from "../src/testing/api-client.ts";
import { askFor, readCaption, sendDeclared, useApiOnS3 } from "../src/testing/api-on-s3.ts";
import { has, needing } from "../src/testing/capabilities.ts";
import { makePhoto } from "../src/testing/make-photo.ts";
import { padJpeg } from "../src/testing/pad-file.ts";
import { declareParts, partOf } from "../src/testing/send-parts.ts";
import { readEvents } from "../src/testing/sse.ts";

describe.skipIf(!has("moto"))(needing("moto", "an API whose uploads are on S3"), () => {
  // One at a time, so that captions wait for their turn, and find S3 gone when they have it.
  const on = useApiOnS3({ latencyMs: 1_500, settings: () => ({ PHOTO_CONCURRENCY: "1" }) });

  const sent = async (times = 1) => sendDeclared(on.visitor(), await makePhoto(), times);
  const stateOf = (caption: Pick<Caption, "id">) => async () =>
    (await readCaption(on.visitor(), caption)).state;

  it("captions a photo that was sent to the bucket, and deletes every version of it", async () => {
    const caption = await askFor(on.visitor(), await sent(2));
    await expect.poll(stateOf(caption)).toBe("done");
    expect((await readCaption(on.visitor(), caption)).receipt).toMatchObject({ objectVersions: 2 });
    expect(await on.stored()).toEqual([]);
  });

  it("signs for exactly the bytes and the type that were declared", async () => {
    const answer = await on.visitor().postJson("/uploads", {
      ...{ name: "a.png", type: "image/png", bytes: 100 },
    });
    const { target } = await asDeclared(answer);
    const { searchParams, origin } = new URL(target.url);
    expect(origin).toBe(on.front().url);
    expect(searchParams.get("X-Amz-SignedHeaders")).toBe("content-length;content-type;host");
    expect([...searchParams.keys()].filter((name) => /checksum/iu.test(name))).toEqual([]);
    expect(target.headers).toEqual({ "content-type": "image/png" });
  });

  it("takes a photo in a form, too", async () => {
    const caption = await asCaption(await on.visitor().caption(await makePhoto()));
    expect(caption).toMatchObject({ state: "done", receipt: { objectVersions: 1 } });
    expect(await on.stored()).toEqual([]);
  });

  it("asks for the part that was lost, and captions the file once that is there", async () => {
    const { bytes, name, type } = await makePhoto();
    const content = new Blob([Buffer.from(padJpeg(bytes, 17 * 1024 ** 2))]);
    const file = { name, type, content };
    const declared = await declareParts(on.visitor(), file);
    const { id } = declared.upload;
    const send = async (numbers: readonly number[]) => {
      const urls = await on.visitor().postJson(`/uploads/${id}/part-urls`, { numbers });
      for (const { number, url, method } of (await asPartUrls(urls)).targets) {
        const { status } = await fetch(url, { method, body: partOf(declared, file, number) });
        expect(status).toBe(200);
      }
    };
    await send([1, 3]);
    const early = await on.visitor().postJson("/captions", { uploadId: id });
    expect(await asProblem(early)).toMatchObject({ code: "upload_incomplete" });
    const { arrived } = await asArrived(await on.visitor().get(`/uploads/${id}/parts`));
    expect(arrived.map(({ number }) => number)).toEqual([1, 3]);
    await send([2]);
    expect((await on.visitor().postJson(`/uploads/${id}/complete`, {})).status).toBe(200);
    expect((await on.visitor().postJson(`/uploads/${id}/complete`, {})).status).toBe(200);
    const caption = await askFor(on.visitor(), id);
    await expect.poll(stateOf(caption)).toBe("done");
    expect(await on.stored()).toEqual([]);
  });

  it("lets captions wait while S3 is too busy, and finishes all of them after", async () => {
    const [first, ...others] = [await sent(), await sent(), await sent()];
    const before = on.gemini().requests.length;
    // The first is not done before S3 is busy, whatever takes its time here.
    on.gemini().script({ kind: "slow", latencyMs: 15_000 });
    const captions: Caption[] = [await askFor(on.visitor(), first)];
    await expect.poll(() => on.gemini().requests.length).toBe(before + 1);
    for (const upload of others) captions.push(await askFor(on.visitor(), upload));
    on.front().busy = true;
    const { bytes, name, type } = await makePhoto();
    const form = await on.visitor().caption({ bytes, name, type });
    expect(form.status).toBe(503);
    expect(form.headers.get("retry-after")).toBe("5");
    expect(await asProblem(form)).toMatchObject({ code: "storage_unavailable", retryable: true });
    const events = await on.visitor().get(`/captions/${captions[0]?.id}/events`);
    await readEvents(events, ({ type }) => type === "retry");
    on.front().busy = false;
    for (const caption of captions) {
      await expect.poll(stateOf(caption)).toBe("done");
      expect((await readCaption(on.visitor(), caption)).receipt).toMatchObject({
        objectVersions: 1,
      });
    }
    const told = await (await on.visitor().get(`/captions/${captions[0]?.id}/events`)).text();
    expect(told).toContain("Something that this needs does not answer. The caption waits");
    expect(await on.stored()).toEqual([]);
  });
});
