import { describe, expect, it } from "vitest";
import { parseEnv } from "./env.ts";

describe("parseEnv", () => {
  it("needs nothing", () => {
    expect(parseEnv({})).toMatchObject({ HOST: "127.0.0.1", PORT: 5000, LOG_LEVEL: "info" });
  });

  it("takes an empty variable for one that is not set", () => {
    expect(parseEnv({ GEMINI_API_KEY: "", GEMINI_BASE_URL: "" })).not.toMatchObject({
      GEMINI_API_KEY: "",
    });
  });

  it("names the variable and its value where one is wrong", () => {
    expect(() => parseEnv({ PORT: "80000" })).toThrow(/PORT "80000"/u);
    expect(() => parseEnv({ GEMINI_BASE_URL: "nowhere" })).toThrow(/GEMINI_BASE_URL "nowhere"/u);
  });

  it("takes no metrics without a deployment to measure", () => {
    expect(() => parseEnv({ METRICS: "cloudwatch" })).toThrow(/ENVIRONMENT "": is not set/u);
    expect(parseEnv({ METRICS: "cloudwatch", ENVIRONMENT: "prod" }).METRICS).toBe("cloudwatch");
  });

  it.each(["api", "worker"])("takes ROLE=%s where other processes reach all there is", (ROLE) => {
    const database = { ROLE, DATABASE_HOST: "db.internal" };
    const bucket = { S3_BUCKET: "uploads", AWS_REGION: "eu-west-1" };
    expect(() => parseEnv({ ROLE, ...bucket })).toThrow(/ROLE "(api|worker)": .* DATABASE_URL/u);
    expect(() => parseEnv(database)).toThrow(/ROLE "(api|worker)": .* S3_BUCKET/u);
    expect(parseEnv({ ...database, ...bucket })).toMatchObject({ ROLE });
  });

  it.each([
    ["METRICS", "prometheus"],
    ["METRICS_SECONDS", "90"],
    ["ENVIRONMENT", "my site"],
  ])("refuses a %s that nothing can be done with", (name, value) => {
    expect(() => parseEnv({ [name]: value })).toThrow(`${name} "${value}"`);
  });

  it("never shows a secret", () => {
    expect(() => parseEnv({ SESSION_SECRET: "hunter2" })).toThrow(/SESSION_SECRET: /u);
    expect(() => parseEnv({ SESSION_SECRET: "hunter2" })).not.toThrow(/hunter2/u);
  });
});
