import { countCharacters } from "@caption-generator/schema";
import { describe, expect, it } from "vitest";
import { makeSight, makeThing } from "../../../testing/make-sight.ts";
import { describe as describeSight, writeAltText } from "./alt-text.ts";

const dog = makeSight({ things: [makeThing("dog")], light: "warm", brightest: "top" });

describe("alt text", () => {
  it("says what there is and where, then its colours and light", () => {
    expect(writeAltText(dog, 1_000)).toBe(
      "A dog, in the middle of the frame. Mostly blue and green, in warm light. The upper part is brightest.",
    );
  });

  it("speaks of colours and light alone where nothing was made out", () => {
    expect(writeAltText(makeSight(), 1_000)).toBe("A view, mostly blue and green, in soft light.");
  });

  it("puts what is not sure as a possibility", () => {
    const unsure = makeSight({ things: [makeThing("dog", { score: 0.45 })] });
    expect(writeAltText(unsure, 1_000)).toMatch(/^Possibly a dog/u);
  });

  it("mentions people far off", () => {
    const far = makeSight({ things: [makeThing("person", { area: 0.004, count: 2 })] });
    expect(writeAltText(far, 1_000)).toContain("Two people in the distance.");
  });

  it("claims no place for what another model described", () => {
    const box = { x: 0, y: 0, width: 0, height: 0 };
    const told = makeSight({ things: [makeThing("pizza", { box })] });
    expect(writeAltText(told, 1_000)).toMatch(/^A pizza\. /u);
  });

  it.each([1_000, 125, 100, 60])("has at most %i characters, in whole sentences", (max) => {
    const text = writeAltText(dog, max);
    expect(countCharacters(text)).toBeLessThanOrEqual(max);
    expect(text).toMatch(/\.$/u);
  });
});

it("a description is the first two sentences, for whoever writes from it later", () => {
  expect(describeSight(dog)).toBe(
    "A dog, in the middle of the frame. Mostly blue and green, in warm light.",
  );
});
