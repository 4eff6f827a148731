import { describe, expect, it } from "vitest";
import { kindOf } from "./kinds.ts";

describe("kindOf", () => {
  it.each([
    ["POST", "/api/captions"],
    ["POST", "/api/captions/cap_1/revisions"],
    ["POST", "/api/captions/cap_1/retry"],
  ])("counts %s %s among what costs money", (method, path) => {
    expect(kindOf(method, path)).toBe("captions");
  });

  it("counts a file that is declared among uploads", () => {
    expect(kindOf("POST", "/api/uploads")).toBe("uploads");
  });

  it.each([
    ["GET", "/api/captions"],
    ["GET", "/api/captions/cap_1/events"],
    ["POST", "/api/captions/cap_1/cancel"],
    ["DELETE", "/api/captions/cap_1"],
    ["POST", "/api/uploads/upl_1/complete"],
    ["GET", "/api/limits"],
    ["POST", "/api/keys"],
  ])("counts %s %s among what costs little", (method, path) => {
    expect(kindOf(method, path)).toBe("requests");
  });

  it.each([
    ["GET", "/api/health/live"],
    ["GET", "/api/health/ready"],
    ["GET", "/api/metrics"],
    ["GET", "/api/openapi.json"],
    ["PUT", "/api/uploads/upl_1/bytes"],
    ["PUT", "/api/uploads/upl_1/parts/3"],
  ])("does not count %s %s", (method, path) => {
    expect(kindOf(method, path)).toBeUndefined();
  });
});
