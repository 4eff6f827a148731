import { describe, expect, it } from "vitest";
import { budgetExhausted } from "./budget-exhausted.ts";

describe("budgetExhausted", () => {
  const now = new Date("2026-11-25T23:00:00Z");

  it("names the budget, and when it renews", () => {
    const error = budgetExhausted({ installationUsd: 5, sessionUsd: 1 }, "session", now);
    expect(error.message).toMatch(
      /^The session's AI budget of 1 USD a day .*2026-11-26 00:00 UTC/u,
    );
    expect(budgetExhausted({ installationUsd: 5 }, "installation", now).message).toMatch(
      /^The installation's AI budget of 5 USD/u,
    );
  });

  it("says to come back at midnight UTC", () => {
    const error = budgetExhausted({ sessionUsd: 1 }, "session", now);
    expect(error).toMatchObject({ retryable: true, retryAfterMs: 60 * 60_000 });
  });
});
