import { describe, expect, it } from "vitest";
import { knownType } from "./file-type.ts";

describe("a media type", () => {
  it.each([
    ["image/jpeg", "image/jpeg"],
    [" Image/PNG ; q=1", "image/png"],
    ["image/heif", "image/heic"],
    ["audio/x-wav", "audio/wav"],
  ])("%j is %s", (mime, type) => {
    expect(knownType(mime)).toBe(type);
  });

  it.each(["", "text/plain", "constructor", "toString", "__proto__"])("%j is none", (mime) => {
    expect(knownType(mime)).toBeUndefined();
  });
});
