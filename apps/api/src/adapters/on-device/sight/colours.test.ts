import { expect, it } from "vitest";
import { chroma, nameColour, toLab } from "./colours.ts";

it.each([
  ["black", 10, 10, 12],
  ["white", 250, 250, 250],
  ["grey", 128, 128, 128],
  ["red", 200, 30, 30],
  ["orange", 245, 130, 30],
  ["yellow", 250, 225, 50],
  ["green", 60, 140, 50],
  ["teal", 20, 130, 125],
  ["blue", 60, 120, 210],
  ["navy", 15, 25, 70],
  ["purple", 110, 50, 150],
  ["pink", 240, 150, 190],
  ["brown", 110, 70, 40],
  ["cream", 240, 230, 205],
])("calls what people call %s so", (name, red, green, blue) => {
  expect(nameColour(toLab(red, green, blue))).toBe(name);
});

it("knows white by its lightness and grey by its lack of colour", () => {
  expect(toLab(255, 255, 255).lightness).toBeCloseTo(1, 3);
  expect(toLab(0, 0, 0).lightness).toBeCloseTo(0, 3);
  expect(chroma(toLab(90, 90, 90))).toBeCloseTo(0, 3);
  expect(chroma(toLab(255, 0, 0))).toBeGreaterThan(0.2);
});
