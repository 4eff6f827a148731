import { expect, it } from "vitest";
import { bearerOf } from "./bearer.ts";

it.each([
  ["Bearer cg_abc", "cg_abc"],
  ["bearer  cg_abc ", "cg_abc"],
  ["Bearer two words", "two words"],
  ["Bearer", ""],
  ["Basic dXNlcjpwYXNz", undefined],
  ["Bearercg_abc", undefined],
  ["", undefined],
  [undefined, undefined],
])("of the header %j the token is %j", (header, token) => {
  expect(bearerOf(header)).toBe(token);
});
