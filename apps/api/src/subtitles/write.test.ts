import { describe, expect, test } from "vitest";
import type { Cue } from "./cue.ts";
import { writeSrt } from "./write-srt.ts";
import { writeTxt } from "./write-txt.ts";
import { writeVtt } from "./write-vtt.ts";

const CUES: Cue[] = [
  { startMs: 0, endMs: 1_500, lines: ["Salt & pepper,", "a <b> and --> that."] },
  { startMs: 3_723_004, endMs: 3_725_000, lines: ["שלום לכולם."] },
];

describe("SRT", () => {
  test("is numbered blocks, whose lines end in CR LF, with commas before milliseconds", () => {
    expect(writeSrt(CUES)).toBe(
      [
        "1",
        "00:00:00,000 --> 00:00:01,500",
        "Salt & pepper,",
        "a <b> and → that.",
        "",
        "2",
        "01:02:03,004 --> 01:02:05,000",
        "שלום לכולם.",
        "",
      ].join("\r\n"),
    );
  });

  test("of nothing is nothing", () => {
    expect(writeSrt([])).toBe("");
  });
});

describe("WebVTT", () => {
  test("has its header, full stops before milliseconds, and escapes", () => {
    expect(writeVtt(CUES)).toBe(
      [
        "WEBVTT",
        "",
        "00:00:00.000 --> 00:00:01.500",
        "Salt &amp; pepper,",
        "a &lt;b&gt; and --&gt; that.",
        "",
        "01:02:03.004 --> 01:02:05.000",
        "שלום לכולם.",
        "",
      ].join("\n"),
    );
  });

  test("of nothing is its header", () => {
    expect(writeVtt([])).toBe("WEBVTT\n");
  });
});

describe("text", () => {
  const say = (start: number, end: number, text: string) => ({ start, end, text });

  test("has a paragraph for what is said without a long pause", () => {
    const segments = [say(0, 2, "One."), say(2.5, 4, "Two."), say(6, 7, "Three.")];
    expect(writeTxt({ segments })).toBe("One. Two.\n\nThree.\n");
  });

  test("has no spaces where the script has none", () => {
    const segments = [say(0, 2, "今日は。"), say(2, 4, "元気?"), say(4, 5, "OK.")];
    expect(writeTxt({ segments })).toBe("今日は。元気? OK.\n");
  });

  test("of nothing is nothing", () => {
    expect(writeTxt({ segments: [] })).toBe("");
  });
});
