import { expect, it } from "vitest";
import { overlay } from "./overlay.ts";

it("keeps the other settings of a group of which one is given", () => {
  const defaults = { database: { minAcu: 0.5, maxAcu: 4 }, zones: 3 };
  expect(overlay(defaults, { database: { maxAcu: 8 } })).toEqual({
    database: { minAcu: 0.5, maxAcu: 8 },
    zones: 3,
  });
});

it("takes a list as a whole", () => {
  expect(overlay({ endpoints: ["a", "b"] }, { endpoints: ["c"] })).toEqual({ endpoints: ["c"] });
});

it("lets a wrong kind of value through, to be refused by name", () => {
  expect(overlay({ database: { minAcu: 1 } }, { database: 3 })).toEqual({ database: 3 });
});
