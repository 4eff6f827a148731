import { describe, expect, it } from "vitest";
import { makeSight } from "../../../testing/make-sight.ts";
import { keyMoments } from "./key-moments.ts";
import type { Thing } from "./sight.ts";

const NOWHERE = { x: 0, y: 0, width: 0, height: 0 };
const thing = (label: string, area: number): Thing => ({
  label,
  kind: "animal",
  count: 1,
  box: NOWHERE,
  area,
  score: 0.9,
});
const name = ({ things }: { readonly things: readonly Thing[] }) =>
  things.map(({ label }) => label).join(" and ");

describe("keyMoments", () => {
  it("are those at which each thing is seen best, in the order they happen", () => {
    const seen = [
      { at: 1, sight: makeSight({ things: [thing("cat", 0.1)] }) },
      { at: 5, sight: makeSight({ things: [thing("cat", 0.4)] }) },
      { at: 3, sight: makeSight({ things: [thing("dog", 0.2)] }) },
    ];
    const moments = keyMoments(seen, [thing("cat", 0.4), thing("dog", 0.2)], name);
    expect(moments).toEqual([
      { at: 3, description: "dog" },
      { at: 5, description: "cat" },
    ]);
  });

  it("names a moment once, whatever is to be seen in it", () => {
    const things = [thing("cat", 0.4), thing("dog", 0.2)];
    const seen = [{ at: 2, sight: makeSight({ things }) }];
    expect(keyMoments(seen, things, name)).toEqual([{ at: 2, description: "cat and dog" }]);
  });

  it("are three at the most", () => {
    const things = ["cat", "dog", "bird", "horse"].map((label) => thing(label, 0.2));
    const seen = things.map((one, at) => ({ at, sight: makeSight({ things: [one] }) }));
    expect(keyMoments(seen, things, name)).toHaveLength(3);
  });

  it("are none where nothing was made out", () => {
    expect(keyMoments([{ at: 0, sight: makeSight({ things: [] }) }], [], name)).toEqual([]);
  });
});
