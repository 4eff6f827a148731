import type { DeclareUpload } from "@caption-generator/schema";
import { PHOTO_LIMITS } from "@caption-generator/schema";
import { describe, expect, it } from "vitest";
import { checkDeclaration } from "./check-declaration.ts";

const declare = (change: Partial<DeclareUpload>) => () =>
  checkDeclaration({ name: "a.jpg", type: "image/jpeg", bytes: 1_000, ...change });

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
    ["a video", { name: "a.mp4", type: "video/mp4" }, "upload_type_unsupported"],
    ["an SVG", { name: "a.svg", type: "image/svg+xml" }, "upload_type_unsupported"],
    ["a lying extension", { name: "a.jpg", type: "text/html" }, "upload_type_unsupported"],
  ])("refuses %s and names it", (_, change: Partial<DeclareUpload>, code) => {
    expect(declare(change)).toThrow(expect.objectContaining({ code }));
    expect(declare(change)).toThrow(`"${change.name ?? "a.jpg"}"`);
  });

  it("takes a file of exactly the largest size", () => {
    expect(declare({ bytes: PHOTO_LIMITS.maxBytes })()).toBe("image/jpeg");
  });
});
