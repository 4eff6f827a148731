import type { Limits } from "@caption-generator/schema";
import { describe, expect, it } from "vitest";
import { expectedCost } from "./expected-cost.ts";

const limitsWith = (costs: Limits["costs"]) => ({ costs }) as Limits;
const GEMINI = limitsWith({ photo: 0.005, video: 0.006, minuteHeard: 0.006 });
const photo = { name: "a.jpg", type: "image/jpeg" };
const video = { name: "a.mp4", type: "video/mp4" };

describe("expectedCost", () => {
  it.each([
    ["a photo", GEMINI, photo, undefined, "Costs less than one cent."],
    ["ten minutes of video", GEMINI, video, 600, "Costs about $0.07."],
    ["a video whose length is not known", GEMINI, video, undefined, undefined],
    ["what costs nothing", limitsWith({ photo: 0 }), photo, undefined, undefined],
    ["a model without a price", limitsWith({}), photo, undefined, undefined],
    ["no file", GEMINI, null, undefined, undefined],
  ])("says of %s what it knows", (_, limits, file, seconds, said) => {
    expect(expectedCost(limits, file, seconds)).toBe(said);
  });
});
