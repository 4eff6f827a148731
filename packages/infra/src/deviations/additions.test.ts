import { describe, expect, it } from "vitest";
import { readSettings } from "../config/settings.ts";
import { holds } from "./additions.ts";
import { declaredAdditions } from "./declared.ts";

describe("an addition", () => {
  it("is what has its address", () => {
    expect(holds("aws_s3_bucket_policy.uploads", "aws_s3_bucket_policy.uploads")).toBe(true);
  });

  it("that is a module has all that is in it", () => {
    expect(holds("module.rds", "module.rds.aws_rds_cluster.main")).toBe(true);
  });

  it("has nothing of a module whose name only begins alike", () => {
    expect(holds("module.rds", "module.rds_proxy.aws_db_proxy.main")).toBe(false);
  });
});

describe("what a plan is to show beside the article", () => {
  const additions = (own: object) =>
    declaredAdditions(readSettings({ environments: { dev: own } }, "infra.json").environments.dev);

  it("is resources and modules that have some", () => {
    expect(additions({})).toContain("module.rds");
    expect(additions({})).not.toContain("module.secrets");
    expect(additions({}).filter((address) => address.includes(".output."))).toEqual([]);
  });

  it("has no scanner where uploads are not scanned", () => {
    expect(additions({})).toContain("module.scanning");
    expect(additions({ scanUploads: false })).not.toContain("module.scanning");
  });
});
