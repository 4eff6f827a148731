import { describe, expect, it } from "vitest";
import { openingTime } from "./opening-time.ts";

const now = new Date(2030, 0, 31, 18, 0);

describe("openingTime", () => {
  it.each([
    [new Date(2030, 0, 31, 23, 0), /^today at 11:00\sPM$/u],
    [new Date(2030, 1, 1, 1, 30), /^tomorrow at 1:30\sAM$/u],
    [new Date(2030, 1, 2, 0, 0), /^on February 2 at 12:00\sAM$/u],
  ])("says %s", (at, said) => {
    expect(openingTime(at, now)).toMatch(said);
  });
});
