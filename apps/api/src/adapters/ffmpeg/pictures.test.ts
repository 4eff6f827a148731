import { expect, it } from "vitest";
import { picturesArgs, toSight } from "./pictures.ts";

const FACTS = { type: "video/mp4", seconds: 15, picture: undefined, sound: undefined } as const;
const SAMPLES = [0, 5, 10].map((at) => ({ at, difference: 0 }));

it("what is shown at a moment is sought from the frame before it", () => {
  expect(toSight(SAMPLES, 7.5)).toEqual({ at: 7.5, from: 5 });
  expect(toSight(SAMPLES, 99)).toEqual({ at: 99, from: 10 });
  expect(toSight([], 3)).toEqual({ at: 3, from: 0 });
});

it("a picture is sought a little early, for times are printed with few digits", () => {
  const args = picturesArgs("a.mp4", FACTS, [{ at: 7.5, from: 5 }], "/tmp/x");
  expect(args.slice(args.indexOf("-ss")).slice(0, 2)).toEqual(["-ss", "4.950"]);
  expect(args[args.indexOf("-vf") + 1]).toMatch(/^fps=10:start_time=2\.550,/u);
});
