import { describe, expect, it } from "vitest";
import { overBudget } from "./over-budget.ts";

const at = (installation: number, session: number) => ({ installation, session });

describe("overBudget", () => {
  it("lets everything pass where there is no budget", () => {
    expect(overBudget({}, at(1_000, 1_000))).toBeUndefined();
  });

  it("takes what just fits, whatever the rounding", () => {
    expect(overBudget({ sessionUsd: 0.3 }, at(0.1 + 0.2, 0.1 + 0.2))).toBeUndefined();
  });

  it("names the part that is passed", () => {
    expect(overBudget({ installationUsd: 5, sessionUsd: 1 }, at(2, 1.1))).toBe("session");
    expect(overBudget({ installationUsd: 5, sessionUsd: 1 }, at(5.1, 0.5))).toBe("installation");
  });
});
