import { describe, expect, it } from "vitest";
import { agree } from "../detector/agree.ts";
import { COCO } from "../detector/coco.ts";
import { nameThings } from "./name-things.ts";

interface Look {
  readonly label: string;
  /** By the first view and the second. */
  readonly scores: readonly [number, number];
  readonly box?: { x: number; y: number; width: number; height: number };
}

const LARGE = { x: 0.1, y: 0.1, width: 0.6, height: 0.6 };

function named(...looks: readonly Look[]) {
  const view = (index: 0 | 1) =>
    looks.map(({ label, scores, box = LARGE }) => ({
      classIndex: COCO.findIndex((entry) => entry.label === label),
      score: scores[index],
      box,
    }));
  return nameThings(agree(view(0), view(1))).map(({ label, kind, count }) => ({
    noun: label ?? `some ${kind}`,
    count,
  }));
}

const small = (x: number) => ({ x, y: 0.4, width: 0.15, height: 0.2 });

describe("nameThings", () => {
  it("names what both views agree on", () => {
    expect(named({ label: "horse", scores: [0.87, 0.75] })).toEqual([{ noun: "horse", count: 1 }]);
    expect(named({ label: "motorcycle", scores: [0.7, 0.56] })).toEqual([
      { noun: "motorcycle", count: 1 },
    ]);
  });

  it("says the kind where classes of it compete: a cat that looks like a dog", () => {
    const cat: Look = { label: "cat", scores: [0.46, 0.26] };
    const dog: Look = { label: "dog", scores: [0.27, 0.48] };
    expect(named(cat, dog)).toEqual([{ noun: "some animal", count: 1 }]);
  });

  it("says the kind where one view doubts: a rabbit that looks like a dog", () => {
    expect(named({ label: "dog", scores: [0.65, 0.43] })).toEqual([
      { noun: "some animal", count: 1 },
    ]);
  });

  it("says the kind at lower scores where it fills the picture: a cat's face, a flank", () => {
    const cat: Look = { label: "cat", scores: [0.4, 0.27] };
    const dog: Look = { label: "dog", scores: [0.35, 0.33] };
    expect(named(cat, dog)).toEqual([{ noun: "some animal", count: 1 }]);
    const far = { x: 0.1, y: 0.1, width: 0.3, height: 0.3 };
    expect(named({ ...cat, box: far }, { ...dog, box: far })).toEqual([]);
  });

  it("never calls an animal a bear, which is what gorillas and hedgehogs look like to it", () => {
    expect(named({ label: "bear", scores: [0.8, 0.8] })).toEqual([
      { noun: "some animal", count: 1 },
    ]);
  });

  it("says nothing of things it has no honest general word for: a spray bottle like a vase", () => {
    expect(named({ label: "vase", scores: [0.6, 0.57] })).toEqual([]);
    expect(named({ label: "fire hydrant", scores: [0.63, 0.56] })).toEqual([]);
    expect(named({ label: "clock", scores: [0.56, 0.5] })).toEqual([]);
  });

  it("says nothing at low scores", () => {
    expect(named({ label: "dog", scores: [0.34, 0.3] })).toEqual([]);
    expect(named({ label: "person", scores: [0.35, 0.33] })).toEqual([]);
  });

  it("says nothing of specks, where birds and kites turn up", () => {
    const speck = { x: 0.5, y: 0.5, width: 0.03, height: 0.03 };
    expect(named({ label: "bird", scores: [0.7, 0.7], box: speck })).toEqual([]);
  });

  it("counts a less certain one of what is named", () => {
    expect(
      named(
        { label: "cow", scores: [0.74, 0.75], box: small(0) },
        { label: "cow", scores: [0.7, 0.7], box: small(0.3) },
        { label: "cow", scores: [0.42, 0.4], box: small(0.6) },
      ),
    ).toEqual([{ noun: "cow", count: 3 }]);
  });

  it("does not speak of animals beside a named one", () => {
    expect(
      named(
        { label: "horse", scores: [0.8, 0.8], box: small(0) },
        { label: "sheep", scores: [0.46, 0.44], box: small(0.5) },
      ),
    ).toEqual([{ noun: "horse", count: 1 }]);
  });

  it("counts an animal once, whose head was found as well", () => {
    expect(
      named(
        { label: "dog", scores: [0.6, 0.6] },
        { label: "dog", scores: [0.55, 0.55], box: { x: 0.2, y: 0.2, width: 0.2, height: 0.2 } },
      ),
    ).toEqual([{ noun: "dog", count: 1 }]);
  });

  it("counts a child before a parent", () => {
    expect(
      named(
        { label: "person", scores: [0.6, 0.6] },
        { label: "person", scores: [0.5, 0.5], box: { x: 0.2, y: 0.4, width: 0.2, height: 0.25 } },
      ),
    ).toEqual([{ noun: "person", count: 2 }]);
  });

  it("puts the most prominent first", () => {
    const found = named(
      { label: "cup", scores: [0.6, 0.6], box: small(0) },
      { label: "person", scores: [0.6, 0.6], box: { x: 0.3, y: 0, width: 0.6, height: 1 } },
    );
    expect(found.map(({ noun }) => noun)).toEqual(["person", "cup"]);
  });
});
