import { describe, expect, it } from "vitest";
import { environment } from "../../testing/stacks.ts";

const dev = environment("dev");
const { resource = {} } = dev.module("scanning");
const at = (type: string, name: string) => resource[type]?.[name] ?? {};

describe("the scanner", () => {
  it("looks at every upload and tags it", () => {
    expect(at("aws_guardduty_malware_protection_plan", "uploads")).toMatchObject({
      role: `\${aws_iam_role.scanner.arn}`,
      protected_resource: [{ s3_bucket: [{ bucket_name: `\${var.bucket_id}` }] }],
      actions: [{ tagging: [{ status: "ENABLED" }] }],
    });
  });

  it("is set up after its role has its rights, which it tries out", () => {
    expect(at("aws_guardduty_malware_protection_plan", "uploads")["depends_on"]).toEqual([
      "aws_iam_role_policy.scanner",
    ]);
  });

  it("has a role that GuardDuty alone may take", () => {
    expect(at("aws_iam_role", "scanner")["assume_role_policy"]).toContain(
      '"Service" = "malware-protection-plan.guardduty.amazonaws.com"',
    );
  });

  it("may write into the bucket only the object that it tries it out with", () => {
    const policy = String(at("aws_iam_role_policy", "scanner")["policy"]);
    expect(policy).toContain(
      `["s3:PutObject"], "Resource" = ["\${var.bucket_arn}/malware-protection-resource-validation-object"]`,
    );
    expect(policy).not.toContain("s3:Delete");
  });
});

it("lets tasks read the scanner's tag", () => {
  expect(at("aws_iam_role_policy", "read_scan_results")).toMatchObject({
    role: `\${var.task_role_name}`,
    policy: expect.stringContaining('"s3:GetObjectTagging"'),
  });
});

describe("what is found", () => {
  it("is every result of our bucket that is not clean, failures included", () => {
    const pattern = String(at("aws_cloudwatch_event_rule", "findings")["event_pattern"]);
    expect(pattern).toContain('"bucketName" = [var.bucket_id]');
    expect(pattern).toContain('["THREATS_FOUND", "UNSUPPORTED", "ACCESS_DENIED", "FAILED"]');
  });

  it("is written into a log that forgets, by EventBridge alone", () => {
    expect(at("aws_cloudwatch_event_target", "log")["arn"]).toBe(
      `\${aws_cloudwatch_log_group.findings.arn}`,
    );
    expect(at("aws_cloudwatch_log_group", "findings")["retention_in_days"]).toBe(30);
    expect(at("aws_cloudwatch_log_resource_policy", "findings")["policy_document"]).toContain(
      `"Resource" = "\${aws_cloudwatch_log_group.findings.arn}:*"`,
    );
  });
});

it("is not there where uploads are not scanned", () => {
  const { root } = environment("dev", { environments: { dev: { scanUploads: false } } });
  expect(root.module).not.toHaveProperty("scanning");
});
