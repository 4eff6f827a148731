import { expect, it } from "vitest";
import { clockTime } from "./clock-time.ts";

it.each([
  [0, "0:00"],
  [7.9, "0:07"],
  [59.99, "0:59"],
  [750, "12:30"],
  [3_723, "1:02:03"],
])("%d seconds are shown as %s", (seconds, shown) => {
  expect(clockTime(seconds)).toBe(shown);
});
