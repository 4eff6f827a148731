import { describe, expect, it } from "vitest";
import { MONITORING_DEFAULTS } from "./monitoring.ts";
import { readSettings } from "./settings.ts";

const read = (change: object) =>
  readSettings(
    { environments: { prod: { monitoring: { ...MONITORING_DEFAULTS, ...change } } } },
    "infra.json",
  );

describe("how an environment is watched", () => {
  it("is as an owner writes it", () => {
    const { prod } = read({ emails: ["ops@example.com"] }).environments;
    expect(prod.monitoring.emails).toEqual(["ops@example.com"]);
  });

  it.each([
    [{ emails: ["ops"] }, '"ops" is not an e-mail address: write one such as "ops@example.com".'],
    [{ emails: ["a@b.de", "a@b.de"] }, "names an address twice"],
    [{ monthlyBudgetUsd: 0 }, "0 USD a month would always be passed: use more than 0."],
    [{ serverErrorPercent: 0 }, "0 % would always be reached: use 0.01 to 100."],
    [{ cacheMemoryPercent: 101 }, "101 % would never be reached: use 1 to 100."],
    [{ p95LatencySeconds: -1 }, "-1 seconds would always be passed"],
    [{ jobAgeSeconds: "soon" }, '"soon" is not a value of type number.'],
  ])("is refused with %j, and the sentence names it and the fix", (change, sentence) => {
    expect(() => read(change)).toThrow(sentence);
  });

  it("names the setting that is wrong", () => {
    expect(() => read({ aiErrors: 0 })).toThrow(
      "infra.json, environments.prod.monitoring.aiErrors:",
    );
  });
});
