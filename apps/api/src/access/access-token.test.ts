import { describe, expect, it } from "vitest";
import { createAccessToken } from "./access-token.ts";

const token = createAccessToken("correct horse battery");

describe("an access token", () => {
  it("is matched by itself and by nothing else", () => {
    expect(token.matches("correct horse battery")).toBe(true);
    for (const other of ["", "correct horse", "correct horse battery ", "Correct horse battery"]) {
      expect(token.matches(other), other).toBe(false);
    }
  });

  it("has a mark and a session that change with it, and do not show it", () => {
    const other = createAccessToken("correct horse batterx");
    expect(token.mark).toMatch(/^[\w-]{22}$/u);
    expect(token.sessionId).toMatch(/^ses_[0-9A-Za-z]{20}$/u);
    expect(createAccessToken("correct horse battery")).toMatchObject({
      mark: token.mark,
      sessionId: token.sessionId,
    });
    expect(other.mark).not.toBe(token.mark);
    expect(other.sessionId).not.toBe(token.sessionId);
  });
});
