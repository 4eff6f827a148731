import { describe, expect, it } from "vitest";
import { environment } from "../../testing/stacks.ts";

const { resource = {}, output } = environment("dev").module("s3");
const at = (type: string, name = "uploads") => resource[type]?.[name] ?? {};
const policyOf = (type: string, name: string) => String(at(type, name)["policy"]);

describe("the uploads' bucket", () => {
  it("has a name that is drawn, as bucket names are shared by all of AWS", () => {
    expect(at("aws_s3_bucket")["bucket"]).toMatch(/-uploads-\$\{random_id\.bucket_suffix\.hex\}$/);
  });

  it("keeps versions", () => {
    expect(at("aws_s3_bucket_versioning")["versioning_configuration"]).toEqual({
      status: "Enabled",
    });
  });

  it("is encrypted", () => {
    expect(at("aws_s3_bucket_server_side_encryption_configuration")["rule"]).toEqual([
      { apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } },
    ]);
  });

  it("is closed to the public in all four ways", () => {
    const { bucket, ...closed } = at("aws_s3_bucket_public_access_block");
    expect(Object.values(closed)).toEqual([true, true, true, true]);
  });

  it("forgets uploads, finished or not, after a day", () => {
    expect(at("aws_s3_bucket_lifecycle_configuration")["rule"]).toMatchObject([
      {
        expiration: [{ days: 1 }],
        abort_incomplete_multipart_upload: [{ days_after_initiation: 1 }],
      },
    ]);
  });
});

describe("the tasks' role", () => {
  it("may be taken by tasks of ECS alone", () => {
    expect(at("aws_iam_role", "ecs_s3_access")["assume_role_policy"]).toContain(
      '"Principal" = {"Service" = "ecs-tasks.amazonaws.com"}',
    );
  });

  it("may read, write and delete uploads, as in the article", () => {
    expect(policyOf("aws_iam_policy", "s3_access")).toContain(
      '["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]',
    );
  });

  it("may delete an upload's versions, by a policy that leaves the article's as it is", () => {
    expect(policyOf("aws_iam_role_policy", "delete_versions")).toContain("s3:DeleteObjectVersion");
    expect(policyOf("aws_iam_policy", "s3_access")).not.toContain('Version"]');
  });

  it("may list and drop parts of uploads", () => {
    const policy = policyOf("aws_iam_role_policy", "send_in_parts");
    expect(policy).toContain('["s3:ListMultipartUploadParts", "s3:AbortMultipartUpload"]');
  });

  it("may find uploads in parts that were left behind, in this bucket", () => {
    expect(policyOf("aws_iam_role_policy", "send_in_parts")).toMatch(
      /"s3:ListBucketMultipartUploads"\], "Resource" = \[aws_s3_bucket\.uploads\.arn\]/u,
    );
  });
});

it("tells other modules the bucket and the tasks' role", () => {
  expect(output).toMatchObject({
    uploads_bucket_id: { value: `\${aws_s3_bucket.uploads.id}` },
    uploads_bucket_arn: { value: `\${aws_s3_bucket.uploads.arn}` },
    task_role_arn: { value: `\${aws_iam_role.ecs_s3_access.arn}` },
    task_role_name: { value: `\${aws_iam_role.ecs_s3_access.name}` },
  });
});
