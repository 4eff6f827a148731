import { describe, expect, it } from "vitest";
import { requestHash } from "./request-hash.ts";

describe("requestHash", () => {
  it("does not mind the order of keys, however deep", () => {
    expect(requestHash(["a", { tone: { custom: "dry", x: 1 }, length: "short" }])).toBe(
      requestHash(["a", { length: "short", tone: { x: 1, custom: "dry" } }]),
    );
  });

  it.each([
    [
      ["a", { length: "short" }],
      ["b", { length: "short" }],
    ],
    [
      ["a", { length: "short" }],
      ["a", { length: "long" }],
    ],
    [
      ["a", { length: null }],
      ["a", {}],
    ],
  ])("tells %j from %j", (one, other) => {
    expect(requestHash(one)).not.toBe(requestHash(other));
  });
});
