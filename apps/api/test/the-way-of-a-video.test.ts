import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Caption } from "@caption-generator/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Visitor } from "../src/testing/api-client.ts";
import { asCaption, asProblem, createVisitor } from "../src/testing/api-client.ts";
import { has, needing } from "../src/testing/capabilities.ts";
import type { FakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { makeMedia, PICTURES, SOUNDS } from "../src/testing/make-media.ts";
import { readEvents } from "../src/testing/sse.ts";
import type { RunningApi } from "../src/testing/start-api.ts";
import { startApi } from "../src/testing/start-api.ts";

const PHOTO = fileURLToPath(new URL("../src/testing/photos/astronaut.jpg", import.meta.url));
const WITH_FFMPEG = { PATH: process.env["PATH"] ?? "" };

async function send(visitor: Visitor, path: string, type: string, options = {}) {
  const bytes = new Uint8Array(await readFile(path));
  return visitor.caption({ bytes, name: basename(path), type }, options);
}

describe.skipIf(!has("ffmpeg"))(needing("ffmpeg", "a video"), () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "videos-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const threeShots = (name = "shots.mp4") =>
    makeMedia(folder, name, {
      shots: [PICTURES.photo(PHOTO, 2), PICTURES.plain("navy", 2), PICTURES.pattern(2)],
      sounds: [SOUNDS.tone(6)],
    });

  describe("with Gemini", () => {
    let gemini: FakeGemini;
    let api: RunningApi;
    beforeAll(async () => {
      gemini = await startFakeGemini();
      const key = { GEMINI_API_KEY: gemini.apiKey, GEMINI_BASE_URL: gemini.url };
      api = await startApi({ ...key, ...WITH_FFMPEG, MAX_MEDIA_SECONDS: "60" });
    });
    afterAll(async () => {
      await api.stop();
      await gemini.close();
    });

    it("is captioned from a picture of each shot, and deleted, with news all along", async () => {
      const visitor = createVisitor(api.url);
      const answer = await send(visitor, await threeShots(), "video/mp4", { variants: 3 });
      const caption = await asCaption(answer);
      expect(caption).toMatchObject({
        state: "done",
        source: { type: "video/mp4", width: 640, height: 360, seconds: expect.closeTo(6, 0) },
        receipt: { objectVersions: 1 },
      });
      expect(caption.result?.variants).toHaveLength(3);
      const [first] = caption.result?.variants ?? [];
      expect(first?.evidence).toEqual([
        { kind: "seen", at: expect.closeTo(1, 0), what: expect.any(String) },
      ]);
      const asked = gemini.requests.at(-1);
      expect(asked?.pictures).toHaveLength(3);
      const events = await readEvents(await visitor.get(`/captions/${caption.id}/events`));
      const stages = events.map((event) => (event.type === "stage" ? event.stage : event.type));
      expect(stages).toEqual([
        "queued",
        "inspecting",
        "extracting",
        "transcribing",
        "captioning",
        "finishing",
        "finished",
      ]);
      expect(await api.storedUploads()).toEqual([]);
      expect(await readdir(join(api.dataDir, "work"))).toEqual([]);
    });

    it("is rewritten from what was seen, without a new look", async () => {
      const visitor = createVisitor(api.url);
      const first = await asCaption(
        await send(visitor, await threeShots("again.mp4"), "video/mp4"),
      );
      const headers = { prefer: "wait=30" };
      const revised = await visitor.postJson(
        `/captions/${first.id}/revisions`,
        { options: { tone: "dramatic" } },
        headers,
      );
      const rewritten = await asCaption(revised);
      expect(rewritten).toMatchObject({
        state: "done",
        source: { seconds: first.source.seconds },
      });
      const evidenceOf = ({ result }: Caption) => result?.variants.map(({ evidence }) => evidence);
      expect(evidenceOf(rewritten)).toEqual(evidenceOf(first));
      expect(gemini.requests.at(-1)?.pictures).toEqual([]);
    });

    it("is answered at once the second time", async () => {
      const visitor = createVisitor(api.url);
      const path = await threeShots("twice.mp4");
      const first = await asCaption(await send(visitor, path, "video/mp4"));
      const second = await asCaption(await send(visitor, path, "video/mp4"));
      expect(second).toMatchObject({ cached: true, result: first.result });
      expect(second.source.seconds).toBe(first.source.seconds);
    });

    it("is known by its bytes, whatever its name says", async () => {
      const path = await makeMedia(folder, "really.webm", {
        shots: [PICTURES.pattern(1)],
        options: ["-c:v", "libvpx"],
      });
      const bytes = new Uint8Array(await readFile(path));
      const file = { bytes, name: "liar.mp4", type: "video/mp4" };
      expect((await createVisitor(api.url).caption(file)).status).toBe(201);
    });

    it.each([
      [
        "longer than is taken",
        "media_too_long",
        () =>
          makeMedia(folder, "long.mp4", {
            shots: [PICTURES.plain("red", 61)],
            options: ["-r", "2"],
          }),
      ],
      [
        "sound alone, where nothing hears",
        "media_empty",
        () => makeMedia(folder, "sound.m4a", { sounds: [SOUNDS.tone(1)] }),
      ],
    ])("has a problem where it is %s, and nothing is left", async (_, code, make) => {
      const path = await make();
      const type = path.endsWith(".m4a") ? "audio/mp4" : "video/mp4";
      const answer = await send(createVisitor(api.url), path, type);
      expect(answer.status).toBe(422);
      expect(await asProblem(answer)).toMatchObject({ code });
      expect(await api.storedUploads()).toEqual([]);
      expect(await readdir(join(api.dataDir, "work"))).toEqual([]);
    });

    it("has a problem where a text or a photo calls itself one", async () => {
      const visitor = createVisitor(api.url);
      const text = { bytes: Buffer.from("#EXTM3U\n"), name: "list.mp4", type: "video/mp4" };
      const photo = { bytes: await readFile(PHOTO), name: "photo.mp4", type: "video/mp4" };
      for (const file of [text, photo]) {
        const answer = await visitor.caption(file);
        expect(answer.status).toBe(415);
        expect(await asProblem(answer)).toMatchObject({ code: "media_type_mismatch" });
      }
      expect(await api.storedUploads()).toEqual([]);
    });
  });

  it("is captioned on this machine where there is no key, by what is in its pictures", async () => {
    const api = await startApi(WITH_FFMPEG);
    const answer = await send(createVisitor(api.url), await threeShots("keyless.mp4"), "video/mp4");
    const caption = await asCaption(answer);
    expect(caption.result?.altText.text).toMatch(/person/iu);
    await api.stop();
  });
});

it("a video is refused with the command that installs what it needs, where that is missing", async () => {
  const api = await startApi({ PATH: "" });
  const visitor = createVisitor(api.url);
  const declared = { name: "a.mp4", type: "video/mp4", bytes: 1_000 };
  const answer = await visitor.postJson("/uploads", declared);
  expect(answer.status).toBe(422);
  expect(await asProblem(answer)).toMatchObject({
    code: "media_not_possible",
    detail: expect.stringContaining("apt-get install ffmpeg"),
  });
  await api.stop();
});
