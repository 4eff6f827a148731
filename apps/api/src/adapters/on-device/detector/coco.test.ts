import { expect, it } from "vitest";
import { COCO, findClass } from "./coco.ts";
import { CLASSES } from "./decode-peaks.ts";

it("names each of the model's classes, none twice", () => {
  expect(COCO).toHaveLength(CLASSES);
  expect(new Set(COCO.map(({ label }) => label)).size).toBe(CLASSES);
});

it("has COCO's classes at COCO's places", () => {
  const places = [0, 2, 15, 16, 41, 60, 79].map((index) => COCO[index]?.label);
  expect(places).toEqual(["person", "car", "cat", "dog", "cup", "dining table", "toothbrush"]);
});

it("finds a class by its label only", () => {
  expect(findClass("knife")?.plural).toBe("knives");
  expect(findClass("unicorn")).toBeUndefined();
});
