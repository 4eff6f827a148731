import { describe, expect, it } from "vitest";
import { endsEarly } from "./ends-early.ts";
import type { PhotoType } from "./limits.ts";

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

const BOX = [0, 0, 0, 12, ...ascii("ftypmif1")];
/** Each with its last byte being the last that its structure asks for. */
const WHOLE: readonly (readonly [PhotoType, string, readonly number[]])[] = [
  [
    "image/jpeg",
    "with an end marker in a thumbnail, too",
    [0xff, 0xd8, 0xff, 0xe1, 0, 4, 0xff, 0xd9, 0xff, 0xda, 0, 2, 7, 0xff, 0, 7, 0xff, 0xd9],
  ],
  [
    "image/png",
    "of one chunk and the last",
    [...Array(8).fill(0), 0, 0, 0, 1, ...ascii("IDAT"), 7, 0, 0, 0, 0]
      .concat(0, 0, 0, 0)
      .concat(ascii("IEND"), 0, 0, 0, 0),
  ],
  ["image/webp", "by its length", [...ascii("RIFF"), 5, 0, 0, 0, ...ascii("WEBP"), 7]],
  [
    "image/gif",
    "of one block and the trailer",
    [...ascii("GIF89a"), 0, 0, 0, 0, 0, 0, 0, 0x21, 0xf9, 1, 7, 0, 0x3b],
  ],
  ["image/avif", "of two boxes", [...BOX, 0, 0, 0, 9, ...ascii("mdat"), 7]],
  [
    "image/heic",
    "with a long box",
    [...BOX, 0, 0, 0, 1, ...ascii("mdat"), 0, 0, 0, 0, 0, 0, 0, 16],
  ],
];

describe("endsEarly", () => {
  it.each(WHOLE)(
    "says so of a %s %s that lacks its last byte, and not before",
    (type, _, bytes) => {
      const file = Uint8Array.from(bytes);
      expect(endsEarly(file, type)).toBe(false);
      expect(endsEarly(file.subarray(0, -1), type)).toBe(true);
    },
  );

  it("minds nothing that comes behind the picture, as phones put it there", () => {
    const [, , jpeg] = WHOLE[0] ?? ["", "", []];
    expect(endsEarly(Uint8Array.from([...jpeg, 1, 2, 3]), "image/jpeg")).toBe(false);
  });
});
