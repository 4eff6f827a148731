import { expect, it } from "vitest";
import { isMeant } from "./is-meant.ts";

it.each([
  ["a tap after the question was read", { detail: 1, timeStamp: 1_700 }, true],
  ["a key after the question was read", { detail: 0, timeStamp: 1_700 }, true],
  ["a tap at once", { detail: 1, timeStamp: 1_200 }, false],
  ["a key at once", { detail: 0, timeStamp: 1_200 }, false],
  ["the last of many taps in a row", { detail: 4, timeStamp: 1_700 }, false],
])("takes %s for an answer, or does not", (_, press, meant) => {
  expect(isMeant(press, 1_000)).toBe(meant);
});
