import type { Account } from "../../aws/account.ts";
import type { Statement } from "../../aws/policy-document.ts";

/** What GuardDuty writes once, to see that the bucket is ours. */
const VALIDATION_OBJECT = "malware-protection-resource-validation-object";

const allow = (sid: string, resource: string, action: readonly string[]): Statement => ({
  Sid: sid,
  Effect: "Allow",
  Action: action,
  Resource: [resource],
});

/** What the scanner may do: be told of new objects, read them, tag them. */
export function scannerStatements(
  { partition, region, id }: Account,
  bucketArn: string,
  scanner: string,
): readonly Statement[] {
  const rule = `arn:${partition}:events:${region}:${id}:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*`;
  const change = [
    "events:PutRule",
    "events:DeleteRule",
    "events:PutTargets",
    "events:RemoveTargets",
  ];
  const notification = ["s3:PutBucketNotification", "s3:GetBucketNotification"];
  return [
    {
      ...allow("ChangeItsOwnRule", rule, change),
      Condition: { StringLike: { "events:ManagedBy": scanner } },
    },
    allow("SeeItsOwnRule", rule, ["events:DescribeRule", "events:ListTargetsByRule"]),
    allow("HearOfUploads", bucketArn, notification),
    allow("SeeWhoseBucket", bucketArn, ["s3:ListBucket"]),
    allow("TryOutTheBucket", `${bucketArn}/${VALIDATION_OBJECT}`, ["s3:PutObject"]),
    allow("Read", `${bucketArn}/*`, ["s3:GetObject", "s3:GetObjectVersion"]),
    allow("Tag", `${bucketArn}/*`, [
      "s3:GetObjectTagging",
      "s3:GetObjectVersionTagging",
      "s3:PutObjectTagging",
      "s3:PutObjectVersionTagging",
    ]),
  ];
}
