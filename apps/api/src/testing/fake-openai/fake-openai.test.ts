import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { has, needing } from "../capabilities.ts";
import type { Speech } from "../speech/make-speech.ts";
import { makeSpeech } from "../speech/make-speech.ts";
import type { FakeOpenAi } from "./index.ts";
import { startFakeOpenAi } from "./index.ts";

const SENTENCES = ["One sentence to begin with.", "Another, somewhat longer one.", "The end."];

let dir: string;
let speech: Speech;
let server: FakeOpenAi;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "fake-openai-"));
  speech = await makeSpeech({ dir, sentences: SENTENCES, language: "fr" });
});
afterAll(() => rm(dir, { recursive: true }));
beforeEach(async () => {
  server = await startFakeOpenAi({ recordings: [speech.recording] });
});
afterEach(() => server.close());

interface Post {
  readonly key?: string;
  readonly model?: string;
  readonly format?: string;
  readonly name?: string;
  readonly path?: string;
}

async function post(options: Post = {}, url = server.url): Promise<Response> {
  const { key = server.apiKey, model = "whisper-1", name = "a.wav" } = options;
  const form = new FormData();
  form.set("file", new File([await readFile(options.path ?? speech.track.path)], name));
  form.set("model", model);
  if (options.format !== undefined) form.set("response_format", options.format);
  const headers = { authorization: `Bearer ${key}` };
  return fetch(`${url}/audio/transcriptions`, { method: "POST", headers, body: form });
}

interface Verbose {
  readonly text: string;
  readonly segments: readonly { start: number; end: number; text: string }[];
}

const answer = async (options?: Post) => (await (await post(options)).json()) as Verbose;

async function refusal(options: Post) {
  const response = await post(options);
  const body = (await response.json()) as { error: object };
  return { status: response.status, ...body.error };
}

describe("OpenAI's checks", () => {
  test("a wrong key comes first, as JSON that calls itself text", async () => {
    const response = await post({ key: "sk-a-wrong-key-1234", model: "no-such-model" });
    expect(response.status).toBe(401);
    expect(response.headers.get("content-type")).toContain("text/plain");
    const body = JSON.parse(await response.text());
    expect(body).toMatchObject({ status: 401, error: { code: "invalid_api_key" } });
    expect(body.error.message).toContain("sk-a****1234");
  });

  test("the cap counts the whole body, to the byte", async () => {
    const headers = {
      authorization: `Bearer ${server.apiKey}`,
      "content-type": "multipart/form-data; boundary=x",
    };
    const send = async (bytes: number) => {
      const body = Buffer.alloc(bytes);
      return fetch(`${server.url}/audio/transcriptions`, { method: "POST", headers, body });
    };
    expect((await send(26_214_400)).status).toBe(400);
    const response = await send(26_214_401);
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({
      error: {
        type: "server_error",
        code: null,
        message: "413: Maximum content size limit (26214400) exceeded (26214401 bytes read)",
      },
      usage: { type: "duration", seconds: 0 },
    });
  });

  test.each([
    [{ model: "whisper-0" }, { status: 404, code: "model_not_found" }],
    [
      { model: "gpt-transcribe", format: "verbose_json" },
      { status: 400, code: "unsupported_value", param: "response_format" },
    ],
    [{ name: "a.bin" }, { status: 400, message: "Unsupported file format bin" }],
    [{ name: "a.txt" }, { status: 400, code: "unsupported_value" }],
  ])("%j is refused", async (options, expected) => {
    expect(await refusal(options)).toMatchObject(expected);
    expect(server.requests).toEqual([]);
  });

  test("the extension decides the format, whatever the bytes say", async () => {
    expect(await refusal({ name: "a.flac" })).toMatchObject({ status: 400, param: "file" });
  });

  test("another path is not there", async () => {
    const response = await fetch(`${server.url}/chat/completions`, { method: "POST", body: "{}" });
    expect(response.status).toBe(404);
  });
});

describe("an answer", () => {
  test("has what a recorded one of whisper-1 has", async () => {
    const body = await answer({ format: "verbose_json" });
    expect(body).toMatchObject({
      task: "transcribe",
      language: "french",
      text: SENTENCES.join(" "),
      usage: { type: "duration", seconds: Math.ceil(speech.track.durationSeconds) },
    });
    expect(body.segments.map(({ text }) => text.trim())).toEqual(SENTENCES);
  });

  test.each([
    ["whisper-1", { usage: { type: "duration" } }],
    ["gpt-transcribe", { languages: [{ code: "fr" }], usage: { type: "duration" } }],
    ["gpt-4o-mini-transcribe", { usage: { type: "tokens" } }],
  ])("of %s in json has text, and a usage of its own", async (model, expected) => {
    const body = await answer({ model });
    expect(body).toMatchObject({ text: SENTENCES.join(" "), ...expected });
    expect(body).not.toHaveProperty("segments");
  });
});

describe("the ear", () => {
  test("knows a piece by its sound alone, and answers in the piece's own time", async () => {
    const second = speech.recording.speech[1] ?? { start: 0, end: 0 };
    const from = second.start - 0.2;
    const signal = new AbortController().signal;
    const { path } = await speech.track.cut({ start: from, end: second.end + 0.2 }, signal);
    const { segments } = await answer({ path, format: "verbose_json" });
    expect(segments.map(({ text }) => text.trim())).toEqual([SENTENCES[1]]);
    expect(segments[0]?.start).toBeCloseTo(0.2, 1);
    expect(segments[0]?.end).toBeCloseTo(second.end - from, 1);
  });

  test("tells of a sound it does not know only when there is some", async () => {
    const other = await makeSpeech({ dir, sentences: ["Unknown words."], seed: 9 });
    const { segments } = await answer({ path: other.track.path, format: "verbose_json" });
    expect(segments).toHaveLength(1);
    expect(segments[0]?.text).toMatch(/^ Something is said from [\d.]+ to [\d.]+ seconds\.$/u);
    expect(segments[0]?.start).toBeCloseTo(other.recording.speech[0]?.start ?? -1, 1);
  });

  test.skipIf(!has("ffmpeg")).each([
    ["mp3", "libmp3lame"],
    ["ogg", "libopus"],
    ["m4a", "aac"],
    ["flac", "flac"],
  ])(needing("ffmpeg", "hears through %s as well"), async (extension, codec) => {
    const path = join(dir, `compressed.${extension}`);
    const args = ["-v", "error", "-y", "-i", speech.track.path, "-ar", "16000", "-c:a", codec];
    await promisify(execFile)("ffmpeg", [...args, "-b:a", "32k", path]);
    const { segments } = await answer({ path, name: `a.${extension}`, format: "verbose_json" });
    expect(segments.map(({ text }) => text.trim())).toEqual(SENTENCES);
    for (const [index, { start }] of segments.entries()) {
      expect(start).toBeCloseTo(speech.recording.speech[index]?.start ?? -1, 1);
    }
  });
});

describe("a local server", () => {
  let local: FakeOpenAi;
  beforeEach(async () => {
    local = await startFakeOpenAi({ personality: "local", recordings: [speech.recording] });
  });
  afterEach(() => local.close());

  test("takes any key and model, ignores the format, and tells no usage", async () => {
    const response = await post({ key: "x", model: "tiny", format: "text" }, local.url);
    const body = await response.json();
    expect(body).toMatchObject({ language: "fr", segments: [{ no_speech_prob: null }, {}, {}] });
    expect(body).not.toHaveProperty("usage");
    expect(body).toHaveProperty("duration", expect.any(String));
  });

  test("has FastAPI's errors", async () => {
    const response = await fetch(`${local.url}/audio/transcriptions`, { method: "POST" });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ detail: [{ type: "missing" }] });
  });
});
