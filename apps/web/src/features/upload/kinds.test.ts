import { describe, expect, it } from "vitest";
import type { KnownLimits } from "./kinds.ts";
import { accepted, formatsTaken } from "./kinds.ts";

const limits = (possible: boolean, active: boolean): KnownLimits => ({
  video: { possible, note: "", maxBytes: 1, maxSeconds: 1, types: {} },
  transcriber: { active, note: "" },
});

describe("what is offered to be picked", () => {
  it.each([
    ["everything where all is there", limits(true, true), ["image/*", "video/*", "audio/*"]],
    ["everything until it is known", undefined, ["image/*", "video/*", "audio/*"]],
    ["no recordings where nobody listens", limits(true, false), ["image/*", "video/*"]],
    ["photos where nothing else is taken", limits(false, false), ["image/*"]],
  ])("is %s", (_, known, kinds) => {
    expect(
      accepted(known)
        .split(",")
        .filter((each) => each.endsWith("/*")),
    ).toEqual(kinds);
    expect(formatsTaken(known).split(", or ")).toHaveLength(kinds.length);
  });

  it("has extensions too, for what a browser does not know by its type", () => {
    expect(accepted(limits(false, false)).split(",")).toContain(".heic");
  });
});
