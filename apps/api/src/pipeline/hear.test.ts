import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createWhisperTranscriber } from "../adapters/whisper/index.ts";
import type { CaptionsRepository } from "../ports/captions-repository.ts";
import type { MediaTools } from "../ports/media-tools.ts";
import type { Steps } from "../ports/records.ts";
import type { FakeOpenAi } from "../testing/fake-openai/index.ts";
import { startFakeOpenAi } from "../testing/fake-openai/index.ts";
import type { Speech } from "../testing/speech/make-speech.ts";
import { makeSpeech } from "../testing/speech/make-speech.ts";
import { hear } from "./hear.ts";
import { keptPieces } from "./kept-pieces.ts";

const SENTENCES = Array.from({ length: 12 }, (_, index) => `This is sentence number ${index}.`);
const log = pino({ level: "silent" });

let folder: string;
let speech: Speech;
let openAi: FakeOpenAi;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hear-"));
  speech = await makeSpeech({ dir: folder, sentences: SENTENCES });
  openAi = await startFakeOpenAi({ recordings: [speech.recording] });
});
afterAll(async () => {
  await openAi.close();
  await rm(folder, { recursive: true });
});

it("says what was spent on the pieces that were heard before the one that failed", async () => {
  const { path, bytes, durationSeconds: seconds, silences, cut } = speech.track;
  const transcriber = createWhisperTranscriber({
    apiKey: openAi.apiKey,
    baseUrl: openAi.url,
    maxSeconds: 12,
    maxConcurrent: 1,
  });
  const media = {
    cutSound: (_, span, { signal }) => cut(span, signal),
  } satisfies Pick<MediaTools, "cutSound"> as MediaTools;
  const captions = { keepStep: async () => {} } as unknown as CaptionsRepository;
  const kept = keptPieces(
    { captions, log, now: () => new Date() },
    { id: "cap_1", sessionId: "ses_1", steps: {} },
    new AbortController().signal,
  );
  openAi.script({ kind: "answer" }, { kind: "answer" }, { kind: "quota" });
  const { hearing, spent } = await hear(
    { transcriber, media, log },
    { path, bytes, seconds, silences },
    { folder, signal: new AbortController().signal, onRetry() {}, kept, language: undefined },
  );
  expect(hearing.state).toBe("failed");
  const heard = openAi.requests.slice(0, 2).reduce((sum, each) => sum + Math.ceil(each.seconds), 0);
  expect(spent.transcription).toEqual({
    seconds: heard,
    calls: 2,
    costUsd: expect.closeTo((heard / 60) * 0.006, 10),
  });
});

it("spends nothing where all was heard before, and was put down then", async () => {
  const { path, bytes, durationSeconds: seconds, silences, cut } = speech.track;
  const transcriber = createWhisperTranscriber({ apiKey: openAi.apiKey, baseUrl: openAi.url });
  const media = {
    cutSound: (_, span, { signal }) => cut(span, signal),
  } satisfies Pick<MediaTools, "cutSound"> as MediaTools;
  let stored: Steps = {};
  const captions = {
    keepStep: async (_: string, step: Steps) => {
      stored = step;
    },
  } as unknown as CaptionsRepository;
  const { signal } = new AbortController();
  const hearWith = (steps: Steps) => {
    const caption = { id: "cap_1", sessionId: "ses_1", steps };
    const kept = keptPieces({ captions, log, now: () => new Date() }, caption, signal);
    const work = { folder, signal, onRetry() {}, kept, language: undefined };
    return hear({ transcriber, media, log }, { path, bytes, seconds, silences }, work);
  };
  const first = await hearWith({});
  expect(first.spent.transcription?.costUsd).toBeGreaterThan(0);
  const asked = openAi.requests.length;
  // As a caption keeps it that was interrupted: what the pieces took is put down.
  const { pieces = {} } = stored;
  const again = await hearWith({ pieces });
  expect(openAi.requests).toHaveLength(asked);
  expect(again.hearing).toEqual(first.hearing);
  expect(again.spent.transcription).toEqual({ seconds: 0, calls: 0, costUsd: 0 });
});
