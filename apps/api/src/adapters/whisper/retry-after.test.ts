import { expect, test } from "vitest";
import { readRetryAfter } from "./retry-after.ts";

const NOW = Date.parse("2026-11-24T12:00:00Z");

test.each([
  [{ "retry-after-ms": "1500", "retry-after": "2" }, 1_500],
  [{ "retry-after": "20" }, 20_000],
  [{ "retry-after": "0.5" }, 500],
  [{ "retry-after": "Tue, 24 Nov 2026 12:00:30 GMT" }, 30_000],
  [{ "retry-after": "Tue, 24 Nov 2026 11:00:00 GMT" }, 0],
  [{ "retry-after": "soon" }, undefined],
  [{}, undefined],
])("%j is %s ms", (headers, expected) => {
  expect(readRetryAfter(new Headers(headers), NOW)).toBe(expected);
});
