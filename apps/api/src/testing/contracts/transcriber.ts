import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { transcriptionUsageSchema, transcriptSchema } from "@caption-generator/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TranscribeRequest, Transcriber } from "../../ports/transcriber.ts";
import type { Speech } from "../speech/make-speech.ts";
import { makeSpeech } from "../speech/make-speech.ts";
import type { Recording } from "../speech/recording.ts";

export interface TranscriberUnderTest {
  readonly transcriber: Transcriber;
  /** Ends what the transcriber was tested against; the transcriber itself is closed before. */
  close(): Promise<void>;
}

/** How far, in seconds, a time may be from when it is said. */
const TOLERANCE = 0.3;

const ENGLISH = [
  "Good morning, and welcome to the harbour.",
  "The boats went out at five.",
  "Nobody knows when they will be back, but the wind is fair.",
  "We wait.",
  "There is the first sail, far out, and it is the one we hoped for.",
  "Come and see.",
];
const GERMAN = ["Heute kochen wir eine Suppe.", "Zuerst schneiden wir die Zwiebeln, sehr fein."];

/**
 * What every transcriber does; one that is not active says so. It is opened with the recordings that
 * it will be asked about, for a fake to know, and with caps that make it cut the longer of them.
 */
export function transcriberContract(
  name: string,
  open: (recordings: readonly Recording[]) => Promise<TranscriberUnderTest>,
  { active }: { readonly active: boolean },
) {
  describe(`${name} as a transcriber`, () => {
    let dir: string;
    let english: Speech;
    let german: Speech;
    let silence: Speech;
    let tested: TranscriberUnderTest;
    beforeAll(async () => {
      dir = await mkdtemp(join(tmpdir(), "transcriber-"));
      english = await makeSpeech({ dir, sentences: ENGLISH });
      german = await makeSpeech({ dir, sentences: GERMAN, language: "de", seed: 2 });
      silence = await makeSpeech({ dir, sentences: [], pauseSeconds: 5 });
      tested = await open([english, german, silence].map(({ recording }) => recording));
    });
    afterAll(async () => {
      await tested.transcriber.close();
      await tested.close();
      await rm(dir, { recursive: true });
    });

    const transcribe = ({ track }: Speech, overrides: Partial<TranscribeRequest> = {}) =>
      tested.transcriber.transcribe({
        audio: track,
        signal: new AbortController().signal,
        ...overrides,
      });

    it("says what it is, and what it does in a sentence for a person", () => {
      const { transcriber } = tested;
      expect(transcriber.id).toMatch(/^[\w-]+:\S+$/u);
      expect(transcriber.active).toBe(active);
      expect(transcriber.note).toMatch(/^[A-Z].+\.$/su);
    });

    it("stops with the signal's reason where that aborted before", async () => {
      const reason = new Error("cancelled by the person");
      await expect(transcribe(english, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    });

    if (!active) {
      it("says that it transcribes nothing", async () => {
        await expect(transcribe(english)).rejects.toMatchObject({
          code: "transcription_off",
          retryable: false,
          message: tested.transcriber.note,
        });
      });
      return;
    }

    it("writes down what is said, in order, and when", async () => {
      const { transcript } = await transcribe(english);
      const { speech } = english.recording;
      expect(transcript.segments.map(({ text }) => text)).toEqual(ENGLISH);
      for (const [index, { start, end }] of transcript.segments.entries()) {
        expect(Math.abs(start - (speech[index]?.start ?? 0))).toBeLessThan(TOLERANCE);
        expect(Math.abs(end - (speech[index]?.end ?? 0))).toBeLessThan(TOLERANCE);
      }
    });

    it("answers with what outlives JSON, and with what it used", async () => {
      const { transcript, usage } = await transcribe(german);
      expect(transcriptSchema.parse(JSON.parse(JSON.stringify(transcript)))).toEqual(transcript);
      expect(transcriptionUsageSchema.parse(usage)).toEqual(usage);
      expect(usage.calls).toBeGreaterThanOrEqual(1);
      expect(transcript.seconds).toBeCloseTo(german.track.durationSeconds, 1);
      expect(usage.seconds).toBeGreaterThanOrEqual(Math.floor(transcript.seconds));
    });

    it("keeps the language it is told where it hears none itself", async () => {
      const { transcript } = await transcribe(german, { language: "de-CH" });
      expect(transcript.language).toMatch(/^de(-CH)?$/u);
    });

    it("hears nothing in silence, at no cost", async () => {
      const { transcript, usage } = await transcribe(silence);
      expect(transcript).toMatchObject({ segments: [], seconds: 0 });
      expect(usage).toMatchObject({ seconds: 0, calls: 0 });
    });

    it("leaves the file as it was", async () => {
      const hash = async () =>
        createHash("sha256")
          .update(await readFile(english.track.path))
          .digest("hex");
      const before = await hash();
      await transcribe(english);
      expect(await hash()).toBe(before);
    });

    it("serves several at once, each with its own words", async () => {
      const answers = await Promise.all(
        [english, german, english, german].map((s) => transcribe(s)),
      );
      const firsts = answers.map(({ transcript }) => transcript.segments[0]?.text);
      expect(firsts).toEqual([ENGLISH[0], GERMAN[0], ENGLISH[0], GERMAN[0]]);
    });

    it("stops with the signal's reason while it works, and goes on with others", async () => {
      const reason = new Error("cancelled by the person");
      const abort = new AbortController();
      const stopped = transcribe(english, { signal: abort.signal });
      setImmediate(() => abort.abort(reason));
      await expect(stopped).rejects.toBe(reason);
      expect((await transcribe(german)).transcript.segments).toHaveLength(GERMAN.length);
    });
  });
}
