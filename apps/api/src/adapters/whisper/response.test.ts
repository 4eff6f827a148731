import { describe, expect, test } from "vitest";
import { readResponse } from "./response.ts";

describe("an answer", () => {
  test("of whisper-1 has times, measures, a language by name, and what is charged", () => {
    const raw = {
      task: "transcribe",
      language: "english",
      duration: 8.47,
      text: " Good morning.",
      segments: [
        {
          id: 0,
          seek: 0,
          start: 0,
          end: 3.5,
          text: " Good morning.",
          tokens: [50364],
          temperature: 0,
          avg_logprob: -0.2,
          compression_ratio: 0.9,
          no_speech_prob: 0.01,
        },
      ],
      usage: { type: "duration", seconds: 9 },
    };
    expect(readResponse(raw)).toEqual({
      ok: true,
      heard: {
        text: "Good morning.",
        language: "en",
        segments: [
          { start: 0, end: 3.5, text: "Good morning.", avgLogprob: -0.2, noSpeechProb: 0.01 },
        ],
        chargedSeconds: 9,
      },
    });
  });

  test("of gpt-transcribe has text, and a language by code", () => {
    const raw = {
      text: "Hola.",
      languages: [{ code: "es" }],
      usage: { type: "duration", seconds: 4 },
    };
    expect(readResponse(raw)).toMatchObject({
      heard: { text: "Hola.", language: "es", segments: [], chargedSeconds: 4 },
    });
  });

  test("that is charged by tokens says nothing of seconds", () => {
    const raw = { text: "Hi.", usage: { type: "tokens", input_tokens: 14, output_tokens: 4 } };
    expect(readResponse(raw)).toMatchObject({ heard: { chargedSeconds: undefined } });
  });

  test("of a local server may write numbers as text and know no measures", () => {
    const segment = {
      start: "0.0",
      end: "7.2",
      text: "Hi.",
      avg_logprob: -0.1,
      no_speech_prob: null,
    };
    expect(readResponse({ duration: "30.0", language: "en", segments: [segment] })).toMatchObject({
      heard: { text: "Hi.", segments: [{ start: 0, end: 7.2, noSpeechProb: undefined }] },
    });
  });

  test("keeps its text where the segments are of a form of their own", () => {
    expect(readResponse({ text: "Hi.", segments: [{ t0: 0, t1: 12, text: "Hi." }] })).toMatchObject(
      {
        heard: { text: "Hi.", segments: [] },
      },
    );
  });

  test("holds nothing that the database refuses: no NUL, and no half of a surrogate pair", () => {
    const odd = "Hi\0 there \ud83d.";
    const raw = { text: odd, segments: [{ start: 0, end: 1, text: odd }] };
    const text = "Hi there \ufffd.";
    expect(readResponse(raw)).toMatchObject({ heard: { text, segments: [{ text }] } });
  });

  test("may be JSON that calls itself text", () => {
    expect(readResponse('{"text":"Hi."}')).toMatchObject({ heard: { text: "Hi." } });
  });

  test.each([
    ["<html>Bad gateway</html>", "something that is not JSON"],
    ["Hello there.", "something that is not JSON"],
    [{ text: 7 }, "something that is no transcript"],
    [undefined, "something that is not JSON"],
    [[], "something that is no transcript"],
    [{ error: "FFmpeg conversion failed." }, "neither text nor segments"],
  ])("is not %j", (raw, why) => {
    expect(readResponse(raw)).toEqual({ ok: false, why });
  });
});
