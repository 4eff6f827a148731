import type { DeclareUpload } from "@caption-generator/schema";
import { PHOTO_LIMITS } from "@caption-generator/schema";
import { describe, expect, it } from "vitest";
import { checkDeclaration } from "./check-declaration.ts";

const VIDEO = {
  possible: true,
  note: "There is ffmpeg.",
  maxBytes: 1_000_000,
  maxSeconds: 60,
  types: {},
};

const declare =
  (change: Partial<DeclareUpload>, video = VIDEO) =>
  () =>
    checkDeclaration({ name: "a.jpg", type: "image/jpeg", bytes: 1_000, ...change }, video);

describe("checkDeclaration", () => {
  it("takes a photo by its media type", () => {
    expect(declare({})()).toBe("image/jpeg");
    expect(declare({ type: "IMAGE/PNG; q=1" })()).toBe("image/png");
    expect(declare({ type: "image/heif" })()).toBe("image/heic");
  });

  it("goes by the extension where a client knows no type", () => {
    expect(declare({ name: "IMG_1.HEIC", type: "" })()).toBe("image/heic");
    expect(declare({ name: "a.webp", type: "application/octet-stream" })()).toBe("image/webp");
  });

  it.each([
    ["an empty file", { bytes: 0 }, "upload_empty"],
    ["a file too large", { bytes: PHOTO_LIMITS.maxBytes + 1 }, "upload_too_large"],
    [
      "a video too large",
      { name: "a.mp4", type: "video/mp4", bytes: 1_000_001 },
      "upload_too_large",
    ],
    [
      "a film of another kind",
      { name: "a.avi", type: "video/x-msvideo" },
      "upload_type_unsupported",
    ],
    ["an SVG", { name: "a.svg", type: "image/svg+xml" }, "upload_type_unsupported"],
    ["a lying extension", { name: "a.jpg", type: "text/html" }, "upload_type_unsupported"],
  ])("refuses %s and names it", (_, change: Partial<DeclareUpload>, code) => {
    expect(declare(change)).toThrow(expect.objectContaining({ code }));
    expect(declare(change)).toThrow(`"${change.name ?? "a.jpg"}"`);
  });

  it("takes videos and sound by their types, their other names and their extensions", () => {
    expect(declare({ type: "video/mp4" })()).toBe("video/mp4");
    expect(declare({ type: "audio/x-m4a" })()).toBe("audio/mp4");
    expect(declare({ name: "a.MKV", type: "" })()).toBe("video/x-matroska");
    expect(declare({ name: "a.opus", type: "application/octet-stream" })()).toBe("audio/ogg");
  });

  it("refuses a video where nothing can take it apart, and says what to install", () => {
    const none = { ...VIDEO, possible: false, note: "Install ffmpeg." };
    expect(declare({ name: "a.mp4", type: "video/mp4" }, none)).toThrow(
      expect.objectContaining({ code: "media_not_possible" }),
    );
    expect(declare({ name: "a.mp4", type: "video/mp4" }, none)).toThrow("Install ffmpeg.");
    expect(declare({}, none)()).toBe("image/jpeg");
  });

  it("takes a file of exactly the largest size", () => {
    expect(declare({ bytes: PHOTO_LIMITS.maxBytes })()).toBe("image/jpeg");
  });
});
