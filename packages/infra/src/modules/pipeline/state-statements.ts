import type { Account } from "../../aws/account.ts";
import type { Statement } from "../../aws/policy-document.ts";
import type { PipelineProps } from "./props.ts";

/** The right to read and write this environment's state and to hold its lock, and no other's. */
export const stateStatements = (
  { bucket, key, lockTable }: PipelineProps["state"],
  { partition, id }: Account,
): readonly Statement[] => [
  {
    Sid: "State",
    Effect: "Allow",
    Action: ["s3:GetObject", "s3:PutObject"],
    Resource: [`arn:${partition}:s3:::${bucket}/${key}`],
  },
  {
    Sid: "StateBucket",
    Effect: "Allow",
    Action: ["s3:ListBucket"],
    Resource: [`arn:${partition}:s3:::${bucket}`],
  },
  {
    Sid: "StateLock",
    Effect: "Allow",
    Action: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"],
    Resource: [`arn:${partition}:dynamodb:*:${id}:table/${lockTable}`],
    // Terraform names a lock after the state, and the digest of the state "<state>-md5".
    Condition: {
      "ForAllValues:StringEquals": {
        "dynamodb:LeadingKeys": [`${bucket}/${key}`, `${bucket}/${key}-md5`],
      },
    },
  },
];
