import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asCaption, asProblem, createVisitor } from "../src/testing/api-client.ts";
import { has, needing } from "../src/testing/capabilities.ts";
import type { FakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import type { FakeOpenAi } from "../src/testing/fake-openai/index.ts";
import { startFakeOpenAi } from "../src/testing/fake-openai/index.ts";
import { makeMedia, PICTURES, SOUNDS } from "../src/testing/make-media.ts";
import { makeSpeech } from "../src/testing/speech/make-speech.ts";
import type { RunningApi } from "../src/testing/start-api.ts";
import { startApi } from "../src/testing/start-api.ts";

const PHOTO = fileURLToPath(new URL("../src/testing/photos/coffee.jpg", import.meta.url));
const SENTENCES = ["Good morning from the bakery.", "Today the bread is still warm."];

describe.skipIf(!has("ffmpeg"))(needing("ffmpeg", "what is said in a video"), () => {
  let folder: string;
  let spoken: string;
  let gemini: FakeGemini;
  let openai: FakeOpenAi;
  let api: RunningApi;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "said-"));
    const { track, recording } = await makeSpeech({ dir: folder, sentences: SENTENCES });
    spoken = `amovie=${track.path}`;
    gemini = await startFakeGemini();
    openai = await startFakeOpenAi({ recordings: [recording] });
    api = await startApi({
      PATH: process.env["PATH"] ?? "",
      GEMINI_API_KEY: gemini.apiKey,
      GEMINI_BASE_URL: gemini.url,
      OPENAI_API_KEY: openai.apiKey,
      OPENAI_BASE_URL: openai.url,
    });
  });
  afterAll(async () => {
    await api.stop();
    await Promise.all([gemini.close(), openai.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  async function captionOf(name: string, plan: Parameters<typeof makeMedia>[2]) {
    const path = await makeMedia(folder, name, plan);
    const visitor = createVisitor(api.url);
    const type = name.endsWith(".mp4") ? "video/mp4" : "audio/mp4";
    const bytes = new Uint8Array(await readFile(path));
    const answer = await visitor.caption({ bytes, name: basename(path), type });
    return { visitor, answer, caption: await asCaption(answer.clone()) };
  }

  const shots = [PICTURES.photo(PHOTO, 6)];

  it("is written down, told to the model, and to be had as subtitles and text", async () => {
    const { visitor, caption } = await captionOf("said.mp4", { shots, sounds: [spoken] });
    const segments = caption.hearing?.transcript?.segments.map(({ text }) => text.trim());
    expect(segments).toEqual(SENTENCES);
    expect(openai.requests.at(-1)?.fields).not.toHaveProperty("language");
    expect(caption.usage?.transcription).toMatchObject({ calls: 1, seconds: expect.any(Number) });
    expect(JSON.stringify(gemini.requests.at(-1))).toContain("still warm");
    const [first, second] = caption.result?.variants ?? [];
    expect(first?.evidence).toContainEqual({
      kind: "said",
      at: caption.hearing?.transcript?.segments[0]?.start,
      words: SENTENCES[0],
    });
    expect(second?.evidence).toContainEqual(expect.objectContaining({ words: SENTENCES[1] }));
    const srt = await visitor.get(`/captions/${caption.id}/transcript.srt`);
    expect(srt.headers.get("content-type")).toContain("application/x-subrip");
    expect(await srt.text()).toMatch(
      /^1\r?\n00:00:0\d,\d{3} --> 00:00:0\d,\d{3}\r?\nGood morning/u,
    );
    const vtt = await visitor.get(`/captions/${caption.id}/transcript.vtt`);
    expect(await vtt.text()).toMatch(/^WEBVTT/u);
    const txt = await visitor.get(`/captions/${caption.id}/transcript.txt`);
    expect(await txt.text()).toContain("Today the bread is still warm.");
  });

  it("is not bought again for a revision, and told to the model again", async () => {
    const { visitor, caption } = await captionOf("again.mp4", { shots, sounds: [spoken] });
    const calls = openai.requests.length;
    const url = `/captions/${caption.id}/revisions`;
    const revised = await visitor.postJson(
      url,
      { options: { tone: "witty" } },
      { prefer: "wait=30" },
    );
    expect((await asCaption(revised)).hearing).toEqual(caption.hearing);
    expect(openai.requests).toHaveLength(calls);
    expect(JSON.stringify(gemini.requests.at(-1))).toContain("still warm");
  });

  it("is enough for captions where there is no picture", async () => {
    const { caption } = await captionOf("said.m4a", { sounds: [spoken] });
    expect(caption).toMatchObject({ state: "done", hearing: { state: "heard" } });
    expect(gemini.requests.at(-1)?.pictures).toEqual([]);
  });

  it.each([
    ["silence alone", "silent", [SOUNDS.silence(6)]],
    ["no sound track", "no_sound", []],
  ] as const)(
    "costs nothing where there is %s, and the caption says so",
    async (_, state, sounds) => {
      const calls = openai.requests.length;
      const { caption } = await captionOf(`${state}.mp4`, { shots, sounds });
      expect(caption).toMatchObject({ state: "done", hearing: { state } });
      expect(openai.requests).toHaveLength(calls);
    },
  );

  it("costs nobody the captions where it cannot be written down", async () => {
    openai.script({ kind: "quota" });
    const { caption } = await captionOf("poor.mp4", { shots, sounds: [spoken, SOUNDS.tone(1)] });
    expect(caption).toMatchObject({ state: "done", hearing: { state: "failed" } });
    expect(caption.hearing?.detail).toMatch(/could not be written down: .+/u);
  });

  it("is asked for again, with the file, where it could not be written down before", async () => {
    openai.script({ kind: "quota" });
    const plan = { shots, sounds: [spoken, SOUNDS.tone(2)] };
    const { caption: first } = await captionOf("later.mp4", plan);
    expect(first).toMatchObject({ cached: false, hearing: { state: "failed" } });
    const { caption: second } = await captionOf("later.mp4", plan);
    expect(second).toMatchObject({ cached: false, hearing: { state: "heard" } });
    const { caption: third } = await captionOf("later.mp4", plan);
    expect(third).toMatchObject({ cached: true, hearing: second.hearing });
  });

  it("is written down by a whisper server of one's own, without a key", async () => {
    const { track, recording } = await makeSpeech({ dir: folder, sentences: SENTENCES, seed: 7 });
    const local = await startFakeOpenAi({ recordings: [recording], personality: "local" });
    const own = await startApi({
      PATH: process.env["PATH"] ?? "",
      OPENAI_BASE_URL: local.url,
      // It asks for no money: any budget can be kept.
      AI_BUDGET_USD_PER_DAY: "1",
    });
    const path = await makeMedia(folder, "own.mp4", { shots, sounds: [`amovie=${track.path}`] });
    const bytes = new Uint8Array(await readFile(path));
    const visitor = createVisitor(own.url);
    const answer = await visitor.caption({ bytes, name: "own.mp4", type: "video/mp4" });
    const { hearing, usage } = await asCaption(answer);
    expect(hearing?.transcript?.segments.map(({ text }) => text.trim())).toEqual(SENTENCES);
    expect(usage?.transcription?.costUsd).toBe(0);
    await own.stop();
    await local.close();
  });

  it("is heard in the language that the person names", async () => {
    const path = await makeMedia(folder, "named.mp4", {
      shots,
      sounds: [spoken, SOUNDS.silence(1)],
    });
    const bytes = new Uint8Array(await readFile(path));
    const options = { spokenLanguage: "en-GB" };
    const file = { bytes, name: "named.mp4", type: "video/mp4" };
    await asCaption(await createVisitor(api.url).caption(file, options));
    expect(openai.requests.at(-1)?.fields).toMatchObject({ language: "en" });
  });

  it("is not there for a photo: the problem says so", async () => {
    const visitor = createVisitor(api.url);
    const bytes = new Uint8Array(await readFile(PHOTO));
    const photo = await visitor.caption({ bytes, name: "a.jpg", type: "image/jpeg" });
    const { id } = await asCaption(photo);
    const answer = await visitor.get(`/captions/${id}/transcript.srt`);
    expect(answer.status).toBe(404);
    expect(await asProblem(answer)).toMatchObject({ code: "not_found" });
  });
});
