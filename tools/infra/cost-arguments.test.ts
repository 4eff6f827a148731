import { describe, expect, it } from "vitest";
import { readCostArguments, settingsFrom } from "./cost-arguments.ts";

describe("the arguments of pnpm cost", () => {
  it("are dev, as a table, without any", () => {
    expect(readCostArguments([])).toMatchObject({ environment: "dev", format: "table" });
  });

  it("take another quantity for an assumption", () => {
    expect(readCostArguments(["prod", "--assume", "uploads=7"]).usage.uploads).toBe(7);
  });

  it("refuse an assumption that there is not, and name those there are", () => {
    expect(() => readCostArguments(["--assume", "uplods=7"])).toThrow(
      /"uplods" is not assumed anywhere\. Use one of: .*uploads/u,
    );
  });

  it.each(["", "-1", "many"])("refuse %j as a quantity", (value) => {
    expect(() => readCostArguments(["--assume", `uploads=${value}`])).toThrow(
      `"${value}" is no quantity for uploads`,
    );
  });

  it("refuse a format that there is not", () => {
    expect(() => readCostArguments(["--format", "xml"])).toThrow('"xml" is no format');
  });

  it("compare with settings as typed", () => {
    const args = ["--compare", "prod", "--with", "zones=2"];
    expect(readCostArguments(args)).toMatchObject({ environment: "prod", tried: ["zones=2"] });
  });

  it("refuse to compare with nothing", () => {
    expect(() => readCostArguments(["--compare", "prod"])).toThrow(
      "--compare and --with go together",
    );
  });
});

describe("settings as typed", () => {
  it("are numbers, bools and texts", () => {
    expect(settingsFrom(["zones=2", "natGateways=single", "waf=true"])).toEqual({
      zones: 2,
      natGateways: "single",
      waf: true,
    });
  });

  it("nest at dots", () => {
    expect(settingsFrom(["database.min=1", "database.max=2"])).toEqual({
      database: { min: 1, max: 2 },
    });
  });

  it("are refused without a value", () => {
    expect(() => settingsFrom(["zones"])).toThrow('"zones" is no setting');
  });
});
