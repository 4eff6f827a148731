import { describe, expect, test } from "vitest";
import { readErrorDetails } from "./error-details.ts";

const retryInfo = (retryDelay: unknown) => ({
  "@type": "type.googleapis.com/google.rpc.RetryInfo",
  retryDelay,
});

describe("readErrorDetails", () => {
  test.each([
    ["46s", 46_000],
    ["46.152s", 46_152],
    ["0.0001s", 1],
  ])("reads the delay %s", (duration, ms) => {
    expect(readErrorDetails([retryInfo(duration)]).retryAfterMs).toBe(ms);
  });

  test.each([["soon"], ["46"], ["-1s"], [46], [undefined]])("passes over the delay %j", (delay) => {
    expect(readErrorDetails([retryInfo(delay)]).retryAfterMs).toBeUndefined();
  });

  test("finds reasons among details of other kinds", () => {
    const errorInfo = {
      "@type": "type.googleapis.com/google.rpc.ErrorInfo",
      reason: "API_KEY_INVALID",
    };
    const details = ["text", null, { "@type": "other" }, errorInfo];
    expect(readErrorDetails(details).reasons).toEqual(["API_KEY_INVALID"]);
  });

  test("an error without details has neither", () => {
    expect(readErrorDetails(undefined)).toEqual({ retryAfterMs: undefined, reasons: [] });
  });
});
