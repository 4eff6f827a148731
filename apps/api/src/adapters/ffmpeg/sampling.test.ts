import { expect, it } from "vitest";
import { readSamples } from "./sampling.ts";

it("what ffmpeg prints of frames becomes samples", () => {
  const printed = `frame:0    pts:0       pts_time:0
lavfi.scene_score=0.000000
frame:1    pts:92160   pts_time:6.5
lavfi.scene_score=0.631869
`;
  expect(readSamples(printed)).toEqual([
    { at: 0, difference: 0 },
    { at: 6.5, difference: 0.631869 },
  ]);
});
