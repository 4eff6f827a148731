import { describe, expect, it } from "vitest";
import { sightSchema } from "../sight/sight.ts";
import { sightFromWords } from "./sight-from-words.ts";

describe("sightFromWords", () => {
  it("finds the things, colours and light that a description names", () => {
    const sight = sightFromWords("Two dogs on a red bench at sunset, in front of a blue wall.");
    expect(sightSchema.parse(sight)).toEqual(sight);
    expect(sight.things.map(({ label }) => label)).toEqual(["bench", "dog"]);
    expect(sight.things[1]?.count).toBeGreaterThan(1);
    expect(sight.colours.map(({ name }) => name)).toEqual(["red", "blue"]);
    expect(sight.light).toBe("warm");
  });

  it("claims nothing that is not there: a carpet is no car, and reddish no red", () => {
    const sight = sightFromWords("A reddish carpet.");
    expect(sight.things).toEqual([]);
    expect(sight.colours.map(({ name }) => name)).toEqual(["grey"]);
    expect(sight.light).toBe("even");
  });
});
