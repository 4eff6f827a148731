import { describe, expect, it } from "vitest";
import { declaredFor } from "./declared.ts";

describe("what a plan is held against", () => {
  it("is, for dev, nothing but additions", () => {
    const { deviations, additions } = declaredFor("dev");
    expect(deviations).toEqual([]);
    expect(additions).toContain("aws_s3_bucket_policy.uploads");
  });

  it("is, for prod, deviations of resources alone: a plan shows no backend and no module call", () => {
    const addresses = declaredFor("prod").deviations.map(({ address }) => address);
    expect(addresses).toContain("module.s3.aws_s3_bucket_lifecycle_configuration.uploads");
    for (const address of addresses) expect(address).toMatch(/\.aws_\w+\.\w+$/);
  });
});
