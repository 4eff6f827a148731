import { describe, expect, it } from "vitest";
import { checkFile } from "./check-file.ts";

describe("checkFile", () => {
  it.each([
    ["a JPEG", { name: "a.jpg", type: "image/jpeg", size: 1_000 }],
    ["a HEIC whose type the browser does not know", { name: "IMG.HEIC", type: "", size: 1_000 }],
    ["a HEIF", { name: "IMG.HEIF", type: "image/heif", size: 1_000 }],
    ["a video", { name: "a.mp4", type: "video/mp4", size: 1_000 }],
    ["a recording by its name", { name: "a.FLAC", type: "", size: 1_000 }],
    ["a HEIC said to be some bytes", { name: "a.heic", type: "application/octet-stream", size: 9 }],
  ])("takes %s", (_, file) => {
    expect(checkFile(file)).toBeUndefined();
  });

  it.each([
    ["a huge video", { name: "a.mp4", type: "video/mp4", size: 6e8 }, /a video may have 500 MB/u],
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
    expect(checkFile(file)?.detail).toMatch(sentence);
  });
});
