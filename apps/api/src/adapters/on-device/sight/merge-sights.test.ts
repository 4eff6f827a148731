import { describe, expect, it } from "vitest";
import { makeSight, makeThing } from "../../../testing/make-sight.ts";
import { mergeSights } from "./merge-sights.ts";
import { sightSchema } from "./sight.ts";

describe("the sight of a video", () => {
  it("has everything that was made out in any picture, the most prominent first", () => {
    const merged = mergeSights([
      makeSight({ things: [makeThing("dog", { area: 0.1 })] }),
      makeSight({ things: [makeThing("person", { area: 0.5 }), makeThing("dog", { area: 0.2 })] }),
    ]);
    expect(merged.things.map(({ label, area }) => [label, area])).toEqual([
      ["person", 0.5],
      ["dog", 0.2],
    ]);
    expect(sightSchema.parse(merged)).toEqual(merged);
  });

  it("claims no place: what moves has none", () => {
    const still = makeSight({ things: [makeThing("dog")], brightest: "top", empty: "left" });
    const merged = mergeSights([still, still]);
    expect(merged).toMatchObject({ brightest: null, empty: null });
    expect(merged.things[0]?.box).toMatchObject({ width: 0, height: 0 });
  });

  it("does not add some animal to a dog", () => {
    const merged = mergeSights([
      makeSight({ things: [makeThing("dog")] }),
      makeSight({ things: [makeThing("cat", { label: null, area: 0.9 })] }),
    ]);
    expect(merged.things.map(({ label }) => label)).toEqual(["dog"]);
  });

  it("has the light and colours of the picture that shows the most", () => {
    const dark = makeSight({ light: "dark" });
    const shown = makeSight({ light: "warm", things: [makeThing("car")] });
    expect(mergeSights([dark, shown, dark]).light).toBe("warm");
    expect(mergeSights([dark, makeSight({ light: "bright" }), dark]).light).toBe("bright");
  });

  it("is that of the picture itself where there is only one", () => {
    const only = makeSight({ things: [makeThing("dog")], empty: "left" });
    expect(mergeSights([only])).toEqual(only);
  });
});
