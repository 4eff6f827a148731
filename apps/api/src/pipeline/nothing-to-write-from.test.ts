import { expect, it } from "vitest";
import { nothingToWriteFrom } from "./nothing-to-write-from.ts";

const SPOKEN_OF_A_VIDEO = "So its captions come from the picture alone.";

it.each(["silent", "no_sound", "off"] as const)(
  "a file without a picture never has its captions from one (%s)",
  (state) => {
    const { code, message } = nothingToWriteFrom({ state, detail: SPOKEN_OF_A_VIDEO });
    expect(code).toBe("media_empty");
    expect(message).toContain("There is no picture in this file, and nobody ");
    expect(message).not.toContain("picture alone");
  },
);

it("a file without a picture says why what is said could not be written down", () => {
  const detail = "What is said could not be written down: the quota is used up.";
  expect(nothingToWriteFrom({ state: "failed", detail }).message).toContain(detail);
});
