import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { AppError } from "../../errors/app-error.ts";
import type { TranscribeRequest } from "../../ports/transcriber.ts";
import type { Behaviour, FakeOpenAi } from "../../testing/fake-openai/index.ts";
import { startFakeOpenAi } from "../../testing/fake-openai/index.ts";
import type { Speech } from "../../testing/speech/make-speech.ts";
import { makeSpeech } from "../../testing/speech/make-speech.ts";
import type { WhisperConfig } from "./config.ts";
import { createWhisperTranscriber } from "./index.ts";

const SENTENCES = ["This is the first sentence.", "And this is the second one."];

let dir: string;
let speech: Speech;
let openAi: FakeOpenAi;
let waits: number[];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "whisper-bad-days-"));
  speech = await makeSpeech({ dir, sentences: SENTENCES });
});
afterAll(() => rm(dir, { recursive: true }));
beforeEach(async () => {
  openAi = await startFakeOpenAi({ recordings: [speech.recording] });
  waits = [];
});
afterEach(() => openAi.close());

/** A transcriber whose waits take no time, and whose clock they alone move. */
function createTranscriber(config: WhisperConfig = {}) {
  let time = Date.parse("2026-11-24T12:00:00Z");
  const clock = {
    now: () => time,
    random: () => 0.5,
    sleep: async (ms: number) => {
      waits.push(ms);
      time += ms;
    },
  };
  return createWhisperTranscriber({ apiKey: openAi.apiKey, baseUrl: openAi.url, clock, ...config });
}

const transcribe = (config?: WhisperConfig, overrides: Partial<TranscribeRequest> = {}) =>
  createTranscriber(config).transcribe({
    audio: speech.track,
    signal: new AbortController().signal,
    ...overrides,
  });

async function failure(
  config?: WhisperConfig,
  overrides?: Partial<TranscribeRequest>,
): Promise<AppError> {
  return transcribe(config, overrides).then(
    () => expect.unreachable("it was transcribed all the same"),
    (error: AppError) => error,
  );
}

const always = (behaviour: Behaviour) => openAi.script(...Array(10).fill(behaviour));

describe("a fault that passes", () => {
  const passing: Behaviour[] = [
    { kind: "rateLimit", retryAfter: "2" },
    { kind: "rateLimit", retryAfter: null },
    { kind: "error", status: 408 },
    { kind: "error", status: 409 },
    { kind: "error", status: 500 },
    { kind: "error", status: 502 },
    { kind: "error", status: 503 },
    { kind: "reset" },
    { kind: "cutOff" },
    { kind: "halfJson" },
    { kind: "html" },
  ];

  test.each(passing)("$kind $status: tried again, and the person is told", async (behaviour) => {
    openAi.script(behaviour);
    const onRetry = vi.fn();
    const { transcript, usage } = await transcribe({}, { onRetry });
    expect(transcript.segments.map(({ text }) => text)).toEqual(SENTENCES);
    expect(usage.calls).toBe(2);
    expect(onRetry.mock.calls).toEqual([
      [expect.stringMatching(/^The transcriber .+\.$/u), expect.any(Number)],
    ]);
    expect(onRetry.mock.calls[0]?.[1]).toBe(waits[0]);
  });

  test.each(["hang", "stall"] as const)("a %s: given up in time and tried again", async (kind) => {
    openAi.script({ kind });
    const { usage } = await transcribe({ timeoutMs: () => 300 });
    // A machine that is busy may take as long for a good answer.
    expect(usage.calls).toBeGreaterThanOrEqual(2);
  });

  test("is charged once: a call that failed heard nothing", async () => {
    openAi.script({ kind: "error", status: 503 });
    const { usage } = await transcribe();
    expect(usage.seconds).toBe(Math.ceil(speech.track.durationSeconds));
  });
});

describe("a fault that stays", () => {
  test("503: after four tries, with a word on what to do", async () => {
    always({ kind: "error", status: 503 });
    expect(await failure()).toMatchObject({
      code: "transcription_unavailable",
      retryable: true,
      message: expect.stringMatching(/out of order \(HTTP 503\)\. Try again in a few minutes\.$/u),
    });
    expect(openAi.requests).toHaveLength(4);
  });

  test("a hang: a timeout that names its time", async () => {
    always({ kind: "hang" });
    expect(await failure({ timeoutMs: () => 50, maxAttempts: 2 })).toMatchObject({
      code: "transcription_timeout",
      retryable: true,
      message: expect.stringContaining("within 1 s"),
    });
  });

  test.each(["cutOff", "halfJson"] as const)("a %s: said to break off", async (kind) => {
    always({ kind });
    expect(await failure()).toMatchObject({
      code: "transcription_unavailable",
      message: expect.stringContaining("broke off in the middle of its answer"),
    });
  });

  test.each([
    ["html", /something that is not JSON\. .+OPENAI_BASE_URL/u],
    ["errorWithOk", /neither text nor segments\. .+OPENAI_BASE_URL/u],
  ] as const)("an answer of %s: not usable", async (kind, message) => {
    always({ kind });
    expect(await failure()).toMatchObject({
      code: "transcription_answer_unusable",
      message: expect.stringMatching(message),
    });
  });

  test("a server that is not there: named by its host", async () => {
    const baseUrl = await freeUrl();
    expect(await failure({ baseUrl })).toMatchObject({
      code: "transcription_unavailable",
      retryable: true,
      message: expect.stringContaining(`could not be reached at ${new URL(baseUrl).host}`),
    });
  });
});

describe("a rate limit", () => {
  test("is waited out for as long as the server says", async () => {
    openAi.script({ kind: "rateLimit", retryAfter: "46" });
    await transcribe();
    expect(waits).toEqual([46_250]);
  });

  test("longer than there is time is reported at once, with when to come back", async () => {
    openAi.script({ kind: "rateLimit", retryAfter: "3600" });
    expect(await failure()).toMatchObject({
      code: "transcription_rate_limited",
      retryable: true,
      retryAfterMs: 3_600_000,
      message: expect.stringContaining("Try again in 3600 s"),
    });
    expect(waits).toEqual([]);
  });
});

describe("a refusal that no retry mends", () => {
  const refusals: [string, Behaviour, AppError["code"], RegExp][] = [
    ["credit used up", { kind: "quota" }, "transcription_quota_exhausted", /Add credit/u],
    ["403", { kind: "error", status: 403 }, "transcription_rejected_key", /OPENAI_API_KEY/u],
    ["413", { kind: "tooLarge" }, "transcription_too_large", /no request of \d+ bytes.+25 MiB/u],
    ["corrupt audio", { kind: "corrupt" }, "transcription_audio_refused", /could not read/u],
    ["400", { kind: "error", status: 400 }, "transcription_refused", /"whisper-1"/u],
  ];

  test.each(refusals)("%s, after one call", async (_, behaviour, code, message) => {
    openAi.script(behaviour);
    expect(await failure()).toMatchObject({
      code,
      retryable: false,
      message: expect.stringMatching(message),
    });
    expect(openAi.requests).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  test("a key that is unknown, told as text, is not repeated to anybody", async () => {
    const error = await failure({ apiKey: "a-secret-of-ours" });
    expect(error).toMatchObject({ code: "transcription_rejected_key", retryable: false });
    expect(error.message).toMatch(/HTTP 401.+OPENAI_API_KEY/u);
    expect(`${error.message} ${error.cause}`).not.toContain("a-secret-of-ours");
  });

  test("a model that does not exist is named, with the variable that chose it", async () => {
    expect(await failure({ models: ["whisper-0"] })).toMatchObject({
      code: "transcription_model_not_found",
      retryable: false,
      message: expect.stringMatching(/"whisper-0".+TRANSCRIPTION_MODEL/u),
    });
  });

  test("a base URL that leads elsewhere is named, with its variable", async () => {
    const baseUrl = openAi.url.replace("/v1", "/api");
    expect(await failure({ baseUrl })).toMatchObject({
      code: "transcription_refused",
      message: expect.stringMatching(/\/api\/audio\/transcriptions\. Set OPENAI_BASE_URL/u),
    });
  });

  test.each([
    ["notes.mp3", "a text that calls itself MP3"],
    ["notes.bin", "a format the server does not know"],
  ])("%s: %s", async (name) => {
    const path = join(dir, name);
    await writeFile(path, "Dear diary");
    const audio = { ...speech.track, path, bytes: 10 };
    expect(await failure({}, { audio })).toMatchObject({
      code: "transcription_audio_refused",
      retryable: false,
    });
  });
});

describe("a local server", () => {
  test("has errors of its own form, and is asked again after them", async () => {
    const local = await startFakeOpenAi({ personality: "local", recordings: [speech.recording] });
    try {
      local.script({ kind: "error", status: 500 });
      const { usage, transcript } = await transcribe({ baseUrl: local.url, models: ["tiny"] });
      expect(usage.calls).toBe(2);
      expect(transcript.segments).toHaveLength(2);
    } finally {
      await local.close();
    }
  });

  test("that cannot decode the audio says so in its own words", async () => {
    const local = await startFakeOpenAi({ personality: "local" });
    const path = join(dir, "broken.wav");
    await writeFile(path, "RIFF");
    try {
      const audio = { ...speech.track, path, bytes: 4 };
      expect(await failure({ baseUrl: local.url }, { audio })).toMatchObject({
        code: "transcription_audio_refused",
      });
    } finally {
      await local.close();
    }
  });
});

/** A base URL on a port where nobody listens. */
async function freeUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return `http://127.0.0.1:${address.port}/v1`;
}
