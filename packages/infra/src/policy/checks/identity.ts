import { entries, isOn } from "../../inventory/arguments.ts";
import type { Values } from "../../inventory/value.ts";
import { isValues } from "../../inventory/value.ts";
import type { Check } from "../check.ts";
import { allowing, textsOf } from "../documents.ts";

const IDENTITY = ["aws_iam_policy", "aws_iam_role_policy"];
/** Policies that stand at what they are about: `*` in them is that thing alone. */
const AT_RESOURCE = [
  "aws_s3_bucket_policy",
  "aws_sns_topic_policy",
  "aws_kms_key",
  "aws_ecr_repository_policy",
  "aws_secretsmanager_secret_policy",
];

const isWild = (action: string) => action === "*" || action.endsWith(":*");

const wildOnEverything = (statement: Values) =>
  textsOf(statement, "Action").some(isWild) && textsOf(statement, "Resource").includes("*");

/** Whether a statement lets anybody in, without a condition. */
function isPublic(statement: Values): boolean {
  const { Principal: who, Condition: only } = statement;
  const anybody = who === "*" || (isValues(who) && entries(who, "AWS").includes("*"));
  return anybody && !isValues(only);
}

export const IDENTITY_CHECKS: readonly Check[] = [
  {
    id: "CKV_AWS_63",
    says: "nobody may do everything",
    types: IDENTITY,
    holds: ({ policy }) =>
      allowing(policy).every((statement) => !textsOf(statement, "Action").includes("*")),
  },
  {
    id: "no-wildcard-on-everything",
    says: "nobody may do all there is of a service to all there is",
    types: IDENTITY,
    holds: ({ policy }) => !allowing(policy).some(wildOnEverything),
  },
  {
    id: "CKV_AWS_60",
    says: "a role is taken by named services and accounts alone",
    types: ["aws_iam_role"],
    holds: ({ assume_role_policy: policy }) => !allowing(policy).some(isPublic),
  },
  {
    id: "CKV_AWS_70",
    says: "a policy at a resource does not let everybody in",
    types: AT_RESOURCE,
    holds: ({ policy }) => !allowing(policy).some(isPublic),
  },
  {
    id: "CKV_AWS_7",
    says: "a key is renewed every year",
    types: ["aws_kms_key"],
    holds: (args) => isOn(args, "enable_key_rotation"),
  },
];
