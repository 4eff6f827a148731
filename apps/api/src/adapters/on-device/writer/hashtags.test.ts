import { describe, expect, it } from "vitest";
import { makeSight, makeThing } from "../../../testing/make-sight.ts";
import { fittingHashtags } from "./hashtags.ts";
import { findSubject } from "./subject.ts";

function tagsOf(sight: ReturnType<typeof makeSight>, most: number, limit = 1_000) {
  return fittingHashtags(sight, findSubject(sight), most, (text) => text.length / limit);
}

const dogs = makeSight({ things: [makeThing("dog", { count: 2 })] });

describe("hashtags", () => {
  it("begin with what is in the picture", () => {
    expect(tagsOf(dogs, 2)).toEqual(["#Dogs", "#Animals"]);
  });

  it("name no class where only the kind is sure", () => {
    const animal = makeSight({ things: [makeThing("dog", { label: null })] });
    expect(tagsOf(animal, 1)).toEqual(["#Animals"]);
  });

  it("are as many as were asked for, each once, and single words", () => {
    for (const most of [0, 1, 5, 10]) {
      const tags = tagsOf(dogs, most);
      expect(tags).toHaveLength(most);
      expect(new Set(tags).size).toBe(most);
      for (const tag of tags) expect(tag).toMatch(/^#[A-Z][A-Za-z]+$/u);
    }
  });

  it("take no more than a third of the limit", () => {
    expect(tagsOf(dogs, 5, 60).join(" ").length).toBeLessThanOrEqual(20);
    expect(tagsOf(dogs, 5, 10)).toEqual([]);
  });

  it("never call a black-and-white picture by a colour", () => {
    const tags = tagsOf(makeSight({ colourfulness: "monochrome" }), 12);
    expect(tags).toContain("#BlackAndWhite");
    expect(tags.join(" ")).not.toContain("ShadesOf");
  });
});
