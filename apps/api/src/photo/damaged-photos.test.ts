import { readFileSync } from "node:fs";
import type { PhotoType } from "@caption-generator/schema";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "../errors/app-error.ts";
import { fourColours } from "../testing/four-colours.ts";
import { closePhotoWorkers } from "./heic-decoder.ts";
import { inspectPhoto } from "./inspect-photo.ts";
import { normalisePhoto } from "./normalise-photo.ts";

const TYPES = ["jpeg", "png", "webp", "avif", "gif", "heic"] as const;
const photos = new Map<string, Buffer>();

beforeAll(async () => {
  for (const type of TYPES) photos.set(type, await make(type));
});
afterAll(closePhotoWorkers);

function make(type: (typeof TYPES)[number]): Promise<Buffer> {
  if (type !== "heic") return fourColours().toFormat(type).toBuffer();
  const file = new URL("../testing/photos/four-colours.heic", import.meta.url);
  return Promise.resolve(readFileSync(file));
}

const photo = (type: string) => Buffer.from(photos.get(type) ?? []);

/** What becomes of a file: a normalised image's type, or the problem's code. */
async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    const { type } = await inspectPhoto(bytes, { name: "x.jpg", declaredType: "image/jpeg" });
    return (await normalisePhoto(bytes, type)).type;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.message).not.toMatch(/vips|libheif|buffer|undefined|Error/);
    expect(error.retryable).toBe(false);
    return error.code;
  }
}

describe("a damaged photo", () => {
  it.each(TYPES)("is called truncated when a %s file stops at nine tenths", async (type) => {
    const whole = photo(type);
    const cut = whole.subarray(0, Math.floor(whole.length * 0.9));
    expect(await outcome(whole)).toBe("image/jpeg");
    expect(await outcome(cut)).toBe("image_truncated");
  });

  // Where each file has its pixels, or what it takes to read them, as fractions of its length.
  it.each([
    ["jpeg", 0.2, 0.6],
    ["png", 0.5, 0.8],
    ["webp", 0.2, 0.9],
    ["gif", 0.05, 0.1],
    ["avif", 0.9, 1],
    ["heic", 0.155, 0.22],
  ] as const)(
    "is called unreadable when a whole %s file has noise within",
    async (type, from, to) => {
      const noisy = photo(type);
      const end = Math.floor(noisy.length * to);
      for (let at = Math.floor(noisy.length * from); at < end; at += 1) noisy[at] = (at * 89) % 251;
      expect(await outcome(noisy)).toBe("image_unreadable");
    },
  );

  it("decodes, or gets one of the image problems, whatever bytes are changed or cut off", async () => {
    const damage = fc.record({
      type: fc.constantFrom(...TYPES),
      keep: fc.oneof(fc.constant(1), fc.double({ min: 0.01, max: 1, noNaN: true })),
      edits: fc.array(
        fc.record({
          at: fc.oneof(
            fc.double({ min: 0, max: 0.1, noNaN: true }),
            fc.double({ min: 0, max: 0.999, noNaN: true }),
          ),
          byte: fc.oneof(fc.constantFrom(0, 0xff), fc.integer({ min: 0, max: 255 })),
        }),
        { maxLength: 12 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ type, keep, edits }) => {
        const whole = photo(type);
        const bytes = whole.subarray(0, Math.ceil(whole.length * keep));
        for (const { at, byte } of edits) bytes[Math.floor(at * bytes.length)] = byte;
        expect(await outcome(bytes)).toMatch(/^image[/_]/);
      }),
      { numRuns: 400, seed: 20_261_124 },
    );
  });

  it("gets an image problem when it is read as the wrong type", async () => {
    for (const type of ["image/heic", "image/jpeg"] satisfies PhotoType[]) {
      await expect(normalisePhoto(Buffer.from("not a picture"), type)).rejects.toMatchObject({
        code: expect.stringMatching(/^image_/),
      });
    }
  });
});
