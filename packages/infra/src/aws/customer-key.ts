import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias/index.js";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import type { Construct } from "constructs";
import type { Account } from "./account.ts";
import type { Statement } from "./policy-document.ts";
import { policyDocument } from "./policy-document.ts";

interface CustomerKeyProps {
  /** The key's name, without `alias/`. */
  readonly name: string;
  /** What it encrypts, for those who read a list of keys. */
  readonly description: string;
  readonly account: Account;
}

/** How long a key that is deleted can still be brought back, in days; the most that KMS offers. */
const DELETION_DAYS = 30;

/**
 * A key of the account's own, renewed every year. Unlike AWS's keys it can be denied to somebody, and its
 * use is in the account's own trail. Log groups of the account may use it, too.
 */
export function customerKey(
  scope: Construct,
  { name, description, account }: CustomerKeyProps,
): KmsKey {
  const key = new KmsKey(scope, "aws_kms_key.main", {
    description,
    enableKeyRotation: true,
    deletionWindowInDays: DELETION_DAYS,
    policy: policyDocument(rightsOfOwner(account), rightsOfLogs(account)),
  });
  new KmsAlias(scope, "aws_kms_alias.main", { name: `alias/${name}`, targetKeyId: key.keyId });
  return key;
}

/** Leaves it to IAM who may use the key; without this nobody could change it again. */
const rightsOfOwner = ({ partition, id }: Account): Statement => ({
  Sid: "Account",
  Effect: "Allow",
  Principal: { AWS: `arn:${partition}:iam::${id}:root` },
  Action: "kms:*",
  Resource: "*",
});

const rightsOfLogs = ({ partition, id, region }: Account): Statement => ({
  Sid: "LogGroups",
  Effect: "Allow",
  Principal: { Service: `logs.${region}.amazonaws.com` },
  Action: [
    "kms:Encrypt*",
    "kms:Decrypt*",
    "kms:ReEncrypt*",
    "kms:GenerateDataKey*",
    "kms:Describe*",
  ],
  Resource: "*",
  Condition: {
    ArnLike: {
      "kms:EncryptionContext:aws:logs:arn": `arn:${partition}:logs:${region}:${id}:log-group:*`,
    },
  },
});
