import { describe, expect, it } from "vitest";
import { environment } from "../testing/stacks.ts";

function policy(own: object = {}) {
  const { root } = environment("dev", { environments: { dev: own } });
  return root.resource?.["aws_s3_bucket_policy"]?.["uploads"] ?? {};
}

describe("the policy of the uploads' bucket", () => {
  const text = String(policy()["policy"]);

  it("refuses what does not come over TLS, for the bucket and all in it", () => {
    expect(text).toContain('"aws:SecureTransport" = "false"');
    expect(text).toContain(`[module.s3.uploads_bucket_arn, "\${module.s3.uploads_bucket_arn}/*"]`);
  });

  it("lets nobody but the scanner read what was not found clean", () => {
    expect(text).toContain(
      '"Sid" = "DenyReadingUnlessClean", "Action" = ["s3:GetObject", "s3:GetObjectVersion"], ' +
        '"Condition" = {"ArnNotEquals" = {"aws:PrincipalArn" = module.scanning.scanner_role_arn}, ' +
        '"StringNotEquals" = {"s3:ExistingObjectTag/GuardDutyMalwareScanStatus" = "NO_THREATS_FOUND"}}',
    );
  });

  it("lets nobody but the scanner say that something is clean", () => {
    expect(text).toContain(
      '"ForAnyValue:StringEquals" = {"s3:RequestObjectTagKeys" = "GuardDutyMalwareScanStatus"}',
    );
  });

  it("speaks of TLS alone where uploads are not scanned, as nothing would ever be clean", () => {
    const unscanned = String(policy({ scanUploads: false })["policy"]);
    expect(unscanned).toContain("DenyPlainHttp");
    expect(unscanned).not.toContain("GuardDuty");
  });

  it("comes after the other settings of the bucket's access, since S3 takes one at a time", () => {
    expect(policy()["depends_on"]).toEqual(["module.s3"]);
  });
});
