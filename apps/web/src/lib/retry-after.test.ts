import { describe, expect, it } from "vitest";
import { readRetryAfter } from "./retry-after.ts";

const NOW = Date.UTC(2026, 10, 24, 10);

describe("readRetryAfter", () => {
  it.each([
    ["5", 5_000],
    ["0", 0],
    ["Tue, 24 Nov 2026 10:00:30 GMT", 30_000],
    ["Tue, 24 Nov 2026 09:00:00 GMT", 0],
    ["soon", undefined],
    ["", undefined],
    [null, undefined],
  ])("reads %j as %j ms", (header, ms) => {
    expect(readRetryAfter(header, NOW)).toBe(ms);
  });
});
