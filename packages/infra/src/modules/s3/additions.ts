import type { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import type { Construct } from "constructs";
import { policyDocument } from "../../aws/policy-document.ts";

interface RightsProps {
  readonly name: (rest: string) => string;
  readonly bucket: S3Bucket;
  readonly role: IamRole;
}

/**
 * Lets the tasks delete for good: in a bucket with versions, `s3:DeleteObject` alone hides an upload and
 * keeps its bytes.
 */
export function allowVersionDeletion(scope: Construct, { name, bucket, role }: RightsProps): void {
  new IamRolePolicy(scope, "aws_iam_role_policy.delete_versions", {
    name: name("delete-versions"),
    role: role.id,
    policy: policyDocument(
      { Effect: "Allow", Action: ["s3:DeleteObjectVersion"], Resource: [`${bucket.arn}/*`] },
      { Effect: "Allow", Action: ["s3:ListBucketVersions"], Resource: [bucket.arn] },
    ),
  });
}

/**
 * Lets the tasks look after uploads that come in parts: `s3:PutObject` begins, takes and completes them, and
 * nothing else. Those that nobody knows any more are found by the bucket's list.
 */
export function allowParts(scope: Construct, { name, bucket, role }: RightsProps): void {
  new IamRolePolicy(scope, "aws_iam_role_policy.send_in_parts", {
    name: name("send-in-parts"),
    role: role.id,
    policy: policyDocument(
      {
        Effect: "Allow",
        Action: ["s3:ListMultipartUploadParts", "s3:AbortMultipartUpload"],
        Resource: [`${bucket.arn}/*`],
      },
      { Effect: "Allow", Action: ["s3:ListBucketMultipartUploads"], Resource: [bucket.arn] },
    ),
  });
}
