import { describe, expect, it } from "vitest";
import { checkFile } from "./check-file.ts";
import type { KnownLimits } from "./kinds.ts";

const video = { possible: true, note: "", maxBytes: 5e8, maxSeconds: 1_800, types: {} };
const ALL: KnownLimits = { video, transcriber: { active: true, note: "" } };
const UNHEARD: KnownLimits = { video, transcriber: { active: false, note: "Set OPENAI_API_KEY." } };
const PHOTOS: KnownLimits = { ...UNHEARD, video: { ...video, possible: false } };

const clip = { name: "a.mp4", type: "video/mp4", size: 1_000 };
const recording = { name: "a.mp3", type: "audio/mpeg", size: 1_000 };

describe("checkFile", () => {
  it.each([
    ["a JPEG", { name: "a.jpg", type: "image/jpeg", size: 1_000 }],
    ["a HEIC whose type the browser does not know", { name: "IMG.HEIC", type: "", size: 1_000 }],
    ["a HEIF", { name: "IMG.HEIF", type: "image/heif", size: 1_000 }],
    ["a video", clip],
    ["a recording by its name", { name: "a.FLAC", type: "", size: 1_000 }],
    ["a HEIC said to be some bytes", { name: "a.heic", type: "application/octet-stream", size: 9 }],
  ])("takes %s", (_, file) => {
    expect(checkFile(file, ALL)).toBeUndefined();
  });

  it.each([
    ["a huge video", { ...clip, size: 6e8 }, /has 573 MB; a video may have 477 MB/u],
    [
      "a text",
      { name: "a.txt", type: "text/plain", size: 9 },
      /“a\.txt” is no photo, video or recording we take/u,
    ],
    ["a file of no known kind", { name: "notes", type: "", size: 9 }, /“notes” is no photo/u],
    ["a file of a made-up type", { name: "a.js", type: "constructor", size: 9 }, /is no photo/u],
    ["an empty file", { name: "a.png", type: "image/png", size: 0 }, /“a\.png” is empty/u],
    [
      "a huge file",
      { name: "a.png", type: "image/png", size: 3e7 },
      /has 29 MB.*a photo may have 25 MB/u,
    ],
  ])("refuses %s in a sentence that names it", (_, file, sentence) => {
    expect(checkFile(file, ALL)?.detail).toMatch(sentence);
  });

  it.each([
    ["a recording where nobody listens", recording, UNHEARD, /^“a\.mp3” .*nobody listens/u],
    ["a video where only photos are taken", clip, PHOTOS, /^“a\.mp4” .*only photos/u],
    ["a recording where only photos are taken", recording, PHOTOS, /only photos/u],
  ])("refuses %s, in words for a visitor", (_, file, limits, sentence) => {
    const detail = checkFile(file, limits)?.detail;
    expect(detail).toMatch(sentence);
    expect(detail).not.toMatch(/KEY|ffmpeg/u);
  });

  it("takes a video where nobody listens, and leaves to the API what it does not know", () => {
    expect(checkFile(clip, UNHEARD)).toBeUndefined();
    expect(checkFile({ ...recording, size: 6e8 })).toBeUndefined();
  });
});
