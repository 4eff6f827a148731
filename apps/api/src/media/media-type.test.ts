import { describe, expect, it } from "vitest";
import { sniffMediaType } from "./media-type.ts";

/** An ID3v2 tag with so many bytes in it. */
function tag(length: number, flags = 0): Buffer {
  const size = [21, 14, 7, 0].map((bits) => (length >> bits) & 0x7f);
  const footer = flags === 0 ? 0 : 10;
  return Buffer.concat([
    Buffer.from("ID3"),
    Buffer.from([4, 0, flags, ...size]),
    Buffer.alloc(length + footer),
  ]);
}

const FLAC = Buffer.concat([Buffer.from("fLaC"), Buffer.alloc(100)]);
const MP3 = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0]), Buffer.alloc(100)]);

describe("a file that begins with an ID3 tag", () => {
  it("is FLAC where that follows it", async () => {
    expect(await sniffMediaType(Buffer.concat([tag(300), FLAC]))).toBe("audio/flac");
    expect(await sniffMediaType(Buffer.concat([tag(300, 0x10), FLAC]))).toBe("audio/flac");
  });

  it("is MP3 otherwise, whatever the tag speaks of", async () => {
    expect(await sniffMediaType(Buffer.concat([tag(300), MP3]))).toBe("audio/mpeg");
    expect(await sniffMediaType(Buffer.concat([tag(0), FLAC.subarray(0, 2)]))).toBe("audio/mpeg");
  });

  it("is known behind a tag of any length where it can be read on", async () => {
    const file = Buffer.concat([tag(200_000), FLAC]);
    const start = file.subarray(0, 4_100);
    expect(await sniffMediaType(start)).toBe("audio/mpeg");
    const readAt = async (position: number) => file.subarray(position, position + 4_100);
    expect(await sniffMediaType(start, readAt)).toBe("audio/flac");
  });
});
