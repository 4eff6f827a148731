import { describe, expect, it } from "vitest";
import { chooseMeasures } from "./choose-measures.ts";

const known = ["latency", "fleet", "versus"] as const;

describe("chooseMeasures", () => {
  it("takes all where none is named", () => {
    expect(chooseMeasures([], known)).toEqual(known);
  });

  it("takes those that are named, each once and in their order", () => {
    expect(chooseMeasures(["versus", "latency", "versus"], known)).toEqual(["latency", "versus"]);
  });

  it("refuses what it does not know, and says what there is", () => {
    expect(() => chooseMeasures(["fleet", "flet", "-h"], known)).toThrow(
      "There is no measure “flet” or “-h”. Name some of latency, fleet, versus, or none to run them all.",
    );
  });
});
