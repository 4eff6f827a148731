import { describe, expect, it } from "vitest";
import { readSeconds, readSilences } from "./sound.ts";

const SAID = `[silencedetect @ 0x1] silence_start: -0.02
[silencedetect @ 0x1] silence_end: 1.5 | silence_duration: 1.52
[silencedetect @ 0x1] silence_start: 8.25
size=      25kB time=00:00:09.39 bitrate=  27.1kbits/s speed= 120x
size=      31kB time=01:02:03.50 bitrate=  27.1kbits/s speed= 120x`;

describe("what ffmpeg says of sound", () => {
  it("tells where it is silent, to the end where that is silent too", () => {
    expect(readSilences(SAID, 10)).toEqual([
      { start: 0, end: 1.5 },
      { start: 8.25, end: 10 },
    ]);
    expect(readSilences("", 10)).toEqual([]);
  });

  it("tells how long it is: the last position counts", () => {
    expect(readSeconds(SAID)).toBeCloseTo(3_723.5);
    expect(readSeconds("nothing")).toBeUndefined();
  });
});
