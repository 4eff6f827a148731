import { describe, expect, it } from "vitest";
import { parseEnv } from "../env.ts";
import { budgetOf } from "./budget.ts";

const KNOWN = { photo: 0.01, video: 0.02, minuteHeard: 0 };

describe("budgetOf", () => {
  it("is none where none is set", () => {
    expect(budgetOf(parseEnv({}), {})).toEqual({});
  });

  it("is what the settings say", () => {
    const env = parseEnv({ AI_BUDGET_USD_PER_DAY: "5", AI_BUDGET_USD_PER_SESSION_PER_DAY: "0.5" });
    expect(budgetOf(env, KNOWN)).toEqual({ installationUsd: 5, sessionUsd: 0.5 });
  });

  it("refuses to start where nobody knows what is spent", () => {
    const env = parseEnv({ AI_BUDGET_USD_PER_DAY: "5" });
    expect(() => budgetOf(env, { minuteHeard: 0 })).toThrow(/GEMINI_MODEL is not known/u);
    expect(() => budgetOf(env, { photo: 1, video: 1 })).toThrow(
      /TRANSCRIPTION_MODEL is not known/u,
    );
  });

  it("takes no budget of nothing", () => {
    expect(() => parseEnv({ AI_BUDGET_USD_PER_DAY: "0" })).toThrow(/AI_BUDGET_USD_PER_DAY "0"/u);
  });
});
