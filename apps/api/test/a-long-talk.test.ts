import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TranscriptSegment } from "@caption-generator/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asCaption, createVisitor } from "../src/testing/api-client.ts";
import { has, needing } from "../src/testing/capabilities.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeOpenAi } from "../src/testing/fake-openai/index.ts";
import { makeMedia } from "../src/testing/make-media.ts";
import { makeSpeech } from "../src/testing/speech/make-speech.ts";
import type { Recording } from "../src/testing/speech/recording.ts";
import { startApi } from "../src/testing/start-api.ts";

const MINUTES = 45;
/** With their pauses they take some three seconds each. */
const SENTENCES = Array.from(
  { length: MINUTES * 20 },
  (_, index) => `This is the sentence with number ${index}.`,
);
/** Taking it apart takes seconds, or minutes on a machine that does other things, too. */
const PATIENTLY = { timeout: 600_000, interval: 200 };
/** Seconds that a time may be off. */
const NEAR = 0.3;

type Heard = Pick<TranscriptSegment, "start" | "text">;

const said = SENTENCES.flatMap((sentence) => sentence.split(" "));
const words = (heard: readonly Heard[]) => heard.flatMap(({ text }) => text.trim().split(/\s+/u));

/** The cues of an SRT file, their lines joined. */
function readCues(srt: string): Heard[] {
  return srt
    .trim()
    .split(/\r?\n\r?\n/u)
    .map((cue) => {
      const [, times = "", ...lines] = cue.split(/\r?\n/u);
      const [hours = 0, minutes = 0, seconds = 0] = times.slice(0, 8).split(":").map(Number);
      const start = hours * 3_600 + minutes * 60 + seconds + Number(times.slice(9, 12)) / 1_000;
      return { start, text: lines.join(" ") };
    });
}

describe.skipIf(!has("ffmpeg"))(
  needing("ffmpeg", "a talk of 45 minutes"),
  { timeout: 700_000 },
  () => {
    let folder: string;
    let talk: string;
    let recording: Recording;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "talk-"));
      const speech = await makeSpeech({ dir: folder, sentences: SENTENCES });
      recording = speech.recording;
      talk = await makeMedia(folder, "talk.m4a", {
        sounds: [`amovie=${speech.track.path}`],
        options: ["-b:a", "48k"],
      });
    }, 120_000);
    afterAll(() => rm(folder, { recursive: true, force: true }));

    /** What came of it, and how long the pieces were that it was sent in, in seconds. */
    async function hear(model: string) {
      const gemini = await startFakeGemini();
      const openai = await startFakeOpenAi({ recordings: [recording] });
      const api = await startApi({
        PATH: process.env["PATH"] ?? "",
        GEMINI_API_KEY: gemini.apiKey,
        GEMINI_BASE_URL: gemini.url,
        OPENAI_API_KEY: openai.apiKey,
        OPENAI_BASE_URL: openai.url,
        TRANSCRIPTION_MODEL: model,
        MAX_MEDIA_SECONDS: "3600",
      });
      try {
        const visitor = createVisitor(api.url);
        const file = { name: "talk.m4a", type: "audio/mp4" };
        const bytes = new Uint8Array(await readFile(talk));
        const { id } = await asCaption(await visitor.caption({ ...file, bytes }, {}, {}));
        const current = async () => asCaption(await visitor.get(`/captions/${id}`));
        await expect.poll(async () => (await current()).state, PATIENTLY).toBe("done");
        const caption = await current();
        const srt = await visitor.get(`/captions/${caption.id}/transcript.srt`);
        return {
          segments: caption.hearing?.transcript?.segments ?? [],
          usage: caption.usage?.transcription,
          srt: await srt.text(),
          pieces: openai.requests.map(({ seconds }) => seconds),
        };
      } finally {
        await api.stop();
        await Promise.all([gemini.close(), openai.close()]);
      }
    }

    /** How far from the truth a sentence begins, in seconds, of the one that is farthest. */
    const worst = (heard: readonly Heard[]) =>
      Math.max(
        ...heard.map(({ text, start }) => {
          const spoken = recording.speech.find((sentence) => sentence.text === text.trim());
          return Math.abs(start - (spoken?.start ?? Number.POSITIVE_INFINITY));
        }),
      );

    it("is heard in pieces, and every sentence and subtitle is where it was said", async () => {
      const { segments, srt, pieces, usage } = await hear("whisper-1");
      expect(pieces.length).toBeGreaterThanOrEqual(3);
      expect(Math.max(...pieces)).toBeLessThanOrEqual(20 * 60);
      expect(usage?.calls).toBe(pieces.length);
      expect(words(segments)).toEqual(said);
      expect(worst(segments)).toBeLessThanOrEqual(NEAR);
      const cues = readCues(srt);
      expect(cues).toHaveLength(SENTENCES.length);
      expect(worst(cues)).toBeLessThanOrEqual(NEAR);
    });

    it("keeps its times across the cuts with a model that tells none", async () => {
      const { segments, pieces } = await hear("gpt-transcribe");
      expect(pieces.length).toBeGreaterThanOrEqual(3);
      expect(words(segments)).toEqual(said);
      expect(worst(segments)).toBeLessThanOrEqual(NEAR);
    });
  },
);
