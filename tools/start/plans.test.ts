import { describe, expect, it } from "vitest";
import { reachable } from "./plans.ts";

describe("reachable", () => {
  it.each([
    ["127.0.0.1", "127.0.0.1"],
    ["localhost", "localhost"],
    ["0.0.0.0", "127.0.0.1"],
    ["::", "127.0.0.1"],
    ["::1", "[::1]"],
  ])("asks a server on %s at %s", (host, address) => {
    expect(reachable(host)).toBe(address);
  });
});
