import { describe, expect, it } from "vitest";
import { deviationsReport } from "./deviations-report.ts";

const deviation = {
  address: "module.s3.aws_s3_bucket.uploads",
  argument: "rule.filter",
  article: undefined,
  ours: [{ prefix: "", other: null }],
  reason: "A reason.",
};

describe("the report of deviations", () => {
  it("has the place, both values and the reason of each", () => {
    expect(deviationsReport("prod", [deviation], [])).toContain(
      [
        "  module.s3.aws_s3_bucket.uploads, rule.filter",
        "    article: nothing",
        '    ours:    {"prefix":""}',
        "    A reason.",
      ].join("\n"),
    );
  });

  it("says when there is none", () => {
    expect(deviationsReport("dev", [], [])).toContain("dev: the article, to the letter");
  });

  it("lists what is there beside the article", () => {
    const additions = [{ address: "module.s3.aws_s3_bucket_policy.uploads", reason: "TLS only." }];
    expect(deviationsReport("dev", [], additions)).toContain(
      "  module.s3.aws_s3_bucket_policy.uploads\n    TLS only.",
    );
  });
});
