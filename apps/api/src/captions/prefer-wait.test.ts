import { expect, it } from "vitest";
import { parsePreferWait } from "./prefer-wait.ts";

it.each([
  [undefined, 0],
  ["", 0],
  ["respond-async", 0],
  ["wait=30", 30_000],
  ["respond-async, wait=10", 10_000],
  ["respond-async; wait = 5", 5_000],
  ["wait=9999", 55_000],
  ["await=30", 0],
  ["wait=soon", 0],
])("takes %j for a wait of %i ms", (header, expected) => {
  expect(parsePreferWait(header)).toBe(expected);
});
