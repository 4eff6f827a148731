import { describe, expect, it } from "vitest";
import { declaredType } from "./declared-type.ts";

describe("declaredType", () => {
  it.each([
    ["IMG_0001.HEIC", "", "image/heic"],
    ["holiday.heif", "application/octet-stream", "image/heic"],
    ["scan.JPEG", "", "image/jpeg"],
    ["photo.png", "image/png", "image/png"],
    ["renamed.png", "image/webp", "image/webp"],
    ["clip.mp4", "video/mp4", "video/mp4"],
    ["clip.MKV", "", "video/x-matroska"],
    ["notes", "", "application/octet-stream"],
  ])("declares %s of type “%s” as %s", (name, type, declared) => {
    expect(declaredType({ name, type })).toBe(declared);
  });
});
