import { describe, expect, test } from "vitest";
import { toInlineImages } from "./inline-images.ts";

const image = (bytes: Uint8Array) => ({ type: "image/jpeg", bytes, width: 1, height: 1 }) as const;
const photo = (bytes: Uint8Array) => ({ kind: "image", image: image(bytes) }) as const;

describe("toInlineImages", () => {
  test("encodes the picture alone, not the memory around it", () => {
    const pool = Uint8Array.from([9, 9, 1, 2, 3, 9]);
    expect(toInlineImages(photo(pool.subarray(2, 5)))).toEqual(["AQID"]);
  });

  test("encodes the pictures of a video in order", () => {
    const frames = [[1, 2, 3], [4]].map((bytes, at) => ({ at, image: image(Buffer.from(bytes)) }));
    expect(toInlineImages({ kind: "video", frames, seconds: 2 })).toEqual(["AQID", "BA=="]);
  });

  test("has none for what was seen before", () => {
    expect(toInlineImages({ kind: "seen", seen: { description: "" }, previous: [] })).toEqual([]);
  });

  test("refuses what no request has room for, and names its size", () => {
    const bytes = new Uint8Array(15 * 1024 * 1024);
    expect(() => toInlineImages(photo(bytes))).toThrow(
      expect.objectContaining({
        code: "model_request_refused",
        message: expect.stringContaining("15728640 bytes"),
      }),
    );
  });
});
