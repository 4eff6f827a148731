import { describe, expect, it } from "vitest";
import { makeSight, makeThing } from "../../../testing/make-sight.ts";
import type { Thing } from "../sight/sight.ts";
import { findSubject } from "./subject.ts";

const subjectOf = (...things: Thing[]) => findSubject(makeSight({ things }));

describe("the subject", () => {
  it("is nothing where nothing was made out, or only far off", () => {
    expect(subjectOf()).toBeUndefined();
    expect(subjectOf(makeThing("person", { area: 0.004 }))).toBeUndefined();
  });

  it.each([
    [makeThing("dog"), "a dog", "this dog", false],
    [makeThing("elephant"), "an elephant", "this elephant", false],
    [makeThing("dog", { count: 3 }), "three dogs", "these three dogs", true],
    [makeThing("person", { count: 2 }), "two people", "these two", true],
    [makeThing("person", { count: 7 }), "several people", "these people", true],
    [makeThing("bus", { label: null }), "a vehicle", "this vehicle", false],
  ])("has words for itself", (thing, indefinite, definite, plural) => {
    expect(subjectOf(thing)).toMatchObject({ indefinite, definite, plural });
  });

  it("is two things side by side, unless one is much larger", () => {
    expect(subjectOf(makeThing("car"), makeThing("person", { area: 0.1 }))).toMatchObject({
      indefinite: "a car and a person",
      definite: "the car and the person",
      plural: true,
    });
    const small = makeThing("cup", { area: 0.02 });
    expect(subjectOf(makeThing("person", { area: 0.6 }), small)?.indefinite).toBe("a person");
  });

  it("is a portrait where one person takes a good part of the picture", () => {
    expect(subjectOf(makeThing("person", { area: 0.3 }))?.portrait).toBe(true);
    expect(subjectOf(makeThing("person", { area: 0.1 }))?.portrait).toBe(false);
    expect(subjectOf(makeThing("person", { area: 0.3, count: 2 }))?.portrait).toBe(false);
  });

  it.each([
    [{ x: 0, y: 0.3, width: 0.3, height: 0.3 }, "on the left of the frame"],
    [{ x: 0.7, y: 0.3, width: 0.3, height: 0.3 }, "on the right of the frame"],
    [{ x: 0.3, y: 0, width: 0.4, height: 0.2 }, "near the top of the frame"],
    [{ x: 0.3, y: 0.8, width: 0.4, height: 0.2 }, "low in the frame"],
    [{ x: 0.45, y: 0.45, width: 0.1, height: 0.1 }, "small in the middle of the frame"],
    [{ x: 0.05, y: 0.05, width: 0.9, height: 0.9 }, "close enough to fill the frame"],
    [{ x: 0, y: 0, width: 0, height: 0 }, undefined],
  ])("lies at %j: %s", (box, where) => {
    expect(subjectOf(makeThing("dog", { box }))?.where).toBe(where);
  });
});
