import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { AudioTrack } from "../../ports/transcriber.ts";
import type { FakeOpenAi } from "../../testing/fake-openai/index.ts";
import { startFakeOpenAi } from "../../testing/fake-openai/index.ts";
import type { Speech } from "../../testing/speech/make-speech.ts";
import { makeSpeech } from "../../testing/speech/make-speech.ts";
import type { WhisperConfig } from "./config.ts";
import { createWhisperTranscriber } from "./index.ts";

const SENTENCES = Array.from({ length: 24 }, (_, index) => `This is sentence number ${index}.`);

let dir: string;
let speech: Speech;
let openAi: FakeOpenAi;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "whisper-"));
  speech = await makeSpeech({ dir, sentences: SENTENCES });
});
afterAll(() => rm(dir, { recursive: true }));
beforeEach(async () => {
  openAi = await startFakeOpenAi({ recordings: [speech.recording] });
});
afterEach(() => openAi.close());

const create = (config: WhisperConfig = {}) =>
  createWhisperTranscriber({ apiKey: openAi.apiKey, baseUrl: openAi.url, ...config });

const signal = () => new AbortController().signal;

const transcribe = (config?: WhisperConfig, audio: AudioTrack = speech.track) =>
  create(config).transcribe({ audio, signal: signal() });

const texts = (segments: readonly { readonly text: string }[]) => segments.map(({ text }) => text);

describe("a request", () => {
  test("has the model, the format with times, and a file named by its format", async () => {
    await transcribe();
    expect(openAi.requests).toMatchObject([
      {
        fields: { model: "whisper-1", response_format: "verbose_json" },
        fileName: "audio.wav",
      },
    ]);
  });

  test("tells the language, where somebody knows it, as the API takes it", async () => {
    await create().transcribe({ audio: speech.track, language: "pt-BR", signal: signal() });
    expect(openAi.requests[0]?.fields).toMatchObject({ language: "pt" });
  });

  test("is one for a file below the caps, which is sent as it is", async () => {
    const cut = vi.fn(speech.track.cut);
    await transcribe({}, { ...speech.track, cut });
    expect(cut).not.toHaveBeenCalled();
    expect(openAi.requests).toHaveLength(1);
  });
});

describe("long audio", () => {
  test("goes in pieces below the cap, and comes out whole", async () => {
    const { transcript, usage } = await transcribe({ maxSeconds: 15 });
    expect(texts(transcript.segments)).toEqual(SENTENCES);
    expect(openAi.requests.length).toBeGreaterThan(4);
    for (const { seconds } of openAi.requests) expect(seconds).toBeLessThanOrEqual(15);
    expect(usage.calls).toBe(openAi.requests.length);
  });

  test("has the times it would have in one piece", async () => {
    const whole = await transcribe();
    const pieces = await transcribe({ maxSeconds: 15 });
    for (const [index, segment] of pieces.transcript.segments.entries()) {
      expect(segment.start).toBeCloseTo(whole.transcript.segments[index]?.start ?? -1, 1);
      expect(segment.end).toBeCloseTo(whole.transcript.segments[index]?.end ?? -1, 1);
    }
  });

  test("goes with no more requests at once than allowed, those of others included", async () => {
    openAi.script(...Array(100).fill({ kind: "slow", latencyMs: 100 }));
    const transcriber = create({ maxSeconds: 10, maxConcurrent: 3 });
    const audio = speech.track;
    await Promise.all([1, 2].map(() => transcriber.transcribe({ audio, signal: signal() })));
    expect(openAi.peak()).toBe(3);
  });

  test("is retried by the piece that failed alone", async () => {
    openAi.script({ kind: "answer" }, { kind: "error", status: 500 });
    const { transcript, usage } = await transcribe({ maxSeconds: 15 });
    expect(texts(transcript.segments)).toEqual(SENTENCES);
    const lengths = openAi.requests.map(({ seconds }) => seconds);
    expect(usage.calls).toBe(lengths.length);
    expect(lengths.length - new Set(lengths).size).toBe(1);
  });

  test("fails as a whole with a piece that fails for good, and leaves nothing under way", async () => {
    openAi.script({ kind: "quota" }, ...Array(9).fill({ kind: "hang" }));
    await expect(transcribe({ maxSeconds: 10, maxConcurrent: 4 })).rejects.toMatchObject({
      code: "transcription_quota_exhausted",
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    // A fifth would have been begun after the others were given up.
    expect(openAi.requests.length).toBeLessThanOrEqual(4);
  });

  test("is heard on from where it ended, each piece paid for once", async () => {
    const pieces = new Map<string, unknown>();
    const kept = {
      get: (key: string) => pieces.get(key),
      keep: async (key: string, piece: object) => {
        pieces.set(key, JSON.parse(JSON.stringify(piece)));
      },
    };
    const request = { audio: speech.track, signal: signal(), kept };
    const transcriber = create({ maxSeconds: 15, maxConcurrent: 1 });
    openAi.script({ kind: "answer" }, { kind: "answer" }, { kind: "quota" });
    await expect(transcriber.transcribe(request)).rejects.toMatchObject({
      code: "transcription_quota_exhausted",
    });
    expect(openAi.requests).toHaveLength(3);
    const { transcript, usage } = await transcriber.transcribe(request);
    expect(texts(transcript.segments)).toEqual(SENTENCES);
    expect(usage.calls).toBe(openAi.requests.length - 1);
    expect(usage.seconds).toBeGreaterThan(speech.track.durationSeconds * 0.8);
    expect(usage.seconds).toBeLessThanOrEqual(speech.track.durationSeconds + usage.calls);
    const asked = openAi.requests.length;
    await transcriber.transcribe({ ...request, language: "de" });
    expect(openAi.requests).toHaveLength(asked + usage.calls);
  });

  test("is cut again where a piece weighs more than was foretold", async () => {
    const bytes = Math.round(speech.track.bytes / 4);
    const light: AudioTrack = { ...speech.track, bytes };
    const maxBytes = Math.round(speech.track.bytes / 3);
    const { transcript } = await transcribe({ maxBytes }, light);
    expect(texts(transcript.segments)).toHaveLength(SENTENCES.length);
  });
});

describe("a model that answers with text alone", () => {
  test("is not asked for times where its name tells", async () => {
    const { transcript, usage } = await transcribe({ models: ["gpt-transcribe"] });
    expect(texts(transcript.segments)).toEqual(SENTENCES);
    expect(openAi.requests[0]?.fields["response_format"]).toBe("json");
    expect(usage.calls).toBe(1);
    expect(transcript.language).toBe("en");
  });

  test("is asked for times once where its name tells nothing, and then never again", async () => {
    openAi.script({ kind: "refuseFormat" });
    const transcriber = create({ maxTextSeconds: 15 });
    const audio = speech.track;
    const { transcript, usage } = await transcriber.transcribe({ audio, signal: signal() });
    expect(texts(transcript.segments)).toEqual(SENTENCES);
    expect(usage.calls).toBe(openAi.requests.length);
    await transcriber.transcribe({ audio, signal: signal() });
    const formats = openAi.requests.map(({ fields }) => fields["response_format"]);
    expect(formats.filter((format) => format === "verbose_json")).toHaveLength(1);
    for (const { seconds } of openAi.requests.slice(1)) expect(seconds).toBeLessThanOrEqual(15);
  });

  test("gets shorter pieces, for its times are as good as they are short", async () => {
    await transcribe({ models: ["gpt-transcribe"], maxTextSeconds: 15 });
    for (const { seconds } of openAi.requests) expect(seconds).toBeLessThanOrEqual(15);
  });
});

describe("what nobody said", () => {
  test("is not in the transcript", async () => {
    openAi.script({ kind: "invent" });
    const { transcript } = await transcribe();
    expect(texts(transcript.segments)).toEqual(SENTENCES);
  });
});

describe("the cost", () => {
  test("is that of the seconds charged, at the model's price", async () => {
    const { usage } = await transcribe();
    const seconds = Math.ceil(speech.track.durationSeconds);
    expect(usage).toEqual({ seconds, calls: 1, costUsd: expect.closeTo(seconds * 0.0001, 10) });
  });

  test("is not known for a model without a price, and is nothing at a server that takes no key", async () => {
    const mini = await transcribe({ models: ["gpt-4o-mini-transcribe"] });
    expect(mini.usage).not.toHaveProperty("costUsd");
    const own = createWhisperTranscriber({ baseUrl: openAi.url, models: ["whisper-1"] });
    expect(own.usdPerMinute).toBe(0);
    const unknown = createWhisperTranscriber({ baseUrl: openAi.url, models: ["my-own-ears"] });
    expect(unknown.usdPerMinute).toBe(0);
    expect(create().usdPerMinute).toBe(0.006);
  });
});

test("a file that is gone is no fault of the transcriber's", async () => {
  const gone = { ...speech.track, path: join(dir, "gone.wav") };
  await expect(transcribe({}, gone)).rejects.toThrow("Unable to open file");
});
