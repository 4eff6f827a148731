import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy/index.js";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment/index.js";
import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import type { Construct } from "constructs";
import { policyDocument } from "../../aws/policy-document.ts";

interface AccessProps {
  readonly name: (rest: string) => string;
  readonly bucket: S3Bucket;
}

/** The role of the tasks, with the right to read, write and delete uploads. */
export function taskRole(scope: Construct, { name, bucket }: AccessProps): IamRole {
  const role = new IamRole(scope, "aws_iam_role.ecs_s3_access", {
    name: name("ecs-s3-access"),
    assumeRolePolicy: policyDocument({
      Action: "sts:AssumeRole",
      Effect: "Allow",
      Principal: { Service: "ecs-tasks.amazonaws.com" },
    }),
  });
  const policy = new IamPolicy(scope, "aws_iam_policy.s3_access", {
    name: name("s3-access"),
    description: "IAM policy for S3 access from ECS tasks",
    policy: policyDocument(
      {
        Effect: "Allow",
        Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
        Resource: [`${bucket.arn}/*`],
      },
      { Effect: "Allow", Action: ["s3:ListBucket"], Resource: [bucket.arn] },
    ),
  });
  new IamRolePolicyAttachment(scope, "aws_iam_role_policy_attachment.ecs_s3_access", {
    role: role.name,
    policyArn: policy.arn,
  });
  return role;
}
