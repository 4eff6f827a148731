import { describe, expect, it } from "vitest";
import { agree } from "./agree.ts";
import { COCO } from "./coco.ts";

const at = (label: string, score: number, x = 0.2) => ({
  classIndex: COCO.findIndex((entry) => entry.label === label),
  score,
  box: { x, y: 0.2, width: 0.3, height: 0.3 },
});

describe("agree", () => {
  it("puts what both views see in one place together", () => {
    const [place, ...others] = agree([at("dog", 0.6)], [at("dog", 0.5, 0.22)]);
    expect(others).toEqual([]);
    expect(place?.labels).toEqual([{ label: "dog", first: 0.6, second: 0.5 }]);
  });

  it("counts nothing for the view that does not see it", () => {
    expect(agree([], [at("dog", 0.5)])[0]?.labels).toEqual([
      { label: "dog", first: 0, second: 0.5 },
    ]);
  });

  it("lets classes of one kind compete, the likeliest first, and knows how sure the kind is", () => {
    const [place] = agree([at("dog", 0.48), at("cat", 0.3)], [at("cat", 0.44)]);
    expect(place?.labels.map(({ label }) => label)).toEqual(["cat", "dog"]);
    expect(place?.ofKind).toEqual({ first: 0.48, second: 0.44 });
  });

  it("keeps a person apart from the horse in the same place", () => {
    const places = agree([at("person", 0.6), at("horse", 0.7)], []);
    expect(places.map(({ kind }) => kind)).toEqual(["person", "animal"]);
  });

  it("keeps two of a class in two places apart", () => {
    expect(agree([at("dog", 0.6, 0), at("dog", 0.6, 0.6)], [])).toHaveLength(2);
  });

  it("leaves out what lies beyond the picture", () => {
    expect(agree([at("dog", 0.6, 1.2)], [])).toEqual([]);
  });
});
