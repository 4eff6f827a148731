import { describe, expect, it } from "vitest";
import type { Abilities } from "./abilities.ts";
import { readyLine } from "./ready-line.ts";

const ON_DEVICE: Abilities = {
  captionModel: { id: "detector-1", onDevice: true, languages: ["en"], note: "Set a key." },
  scanner: { active: false, note: "No ClamAV answers." },
  video: { possible: false, note: "There is no ffmpeg." },
  transcriber: { active: false, note: "Nobody listens." },
};

describe("readyLine", () => {
  it("says in one line where the page is and what is off, with the reasons", () => {
    expect(readyLine("http://localhost:3000", "data/logs", ON_DEVICE)).toBe(
      "caption-generator is ready: http://localhost:3000  (captions: detector-1 on-device, Set a key; scanner: off, No ClamAV answers; video: off, There is no ffmpeg; logs: data/logs)",
    );
  });

  it("says that a private installation asks for its access token", () => {
    expect(readyLine("http://localhost:3000", "data/logs", undefined)).toBe(
      "caption-generator is ready: http://localhost:3000  (private: the page asks for the access token; logs: data/logs)",
    );
  });

  it("says what is on", () => {
    const line = readyLine("http://localhost:3000", "data/logs", {
      captionModel: { id: "gemini-x", onDevice: false, languages: "any" },
      scanner: { active: true, note: "ClamAV 1.4" },
      video: { possible: true, note: "ffmpeg 5" },
      transcriber: { active: false, note: "Nobody listens." },
    });
    expect(line).toContain(
      "(captions: gemini-x; scanner: on, ClamAV 1.4; video: on, ffmpeg 5; speech: off, Nobody listens; logs:",
    );
  });
});
