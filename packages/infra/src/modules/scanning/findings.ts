import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule/index.js";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target/index.js";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import { CloudwatchLogResourcePolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-resource-policy/index.js";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import type { Account } from "../../aws/account.ts";
import { customerKey } from "../../aws/customer-key.ts";
import { policyDocument } from "../../aws/policy-document.ts";
import type { ScanningProps } from "./props.ts";

interface FindingsProps extends ScanningProps {
  readonly name: (rest: string) => string;
  readonly account: Account;
  readonly bucket: string;
}

/** Every result but NO_THREATS_FOUND: malware, and what could not be scanned and so can never be read. */
const NOT_CLEAN = ["THREATS_FOUND", "UNSUPPORTED", "ACCESS_DENIED", "FAILED"];

/** Writes every upload that is not clean into a log; others may listen to the same rule. */
export function recordFindings(scope: Construct, props: FindingsProps): CloudwatchEventRule {
  const { name, bucket } = props;
  const rule = new CloudwatchEventRule(scope, "aws_cloudwatch_event_rule.findings", {
    name: name("malware-findings"),
    description: "Uploads that the scanner did not find clean",
    eventPattern: Fn.jsonencode({
      source: ["aws.guardduty"],
      "detail-type": ["GuardDuty Malware Protection Object Scan Result"],
      detail: {
        s3ObjectDetails: { bucketName: [bucket] },
        scanResultDetails: { scanResultStatus: NOT_CLEAN },
      },
    }),
  });
  new CloudwatchEventTarget(scope, "aws_cloudwatch_event_target.log", {
    rule: rule.name,
    arn: findingsLog(scope, props).arn,
  });
  return rule;
}

function findingsLog(scope: Construct, props: FindingsProps): CloudwatchLogGroup {
  const { name, account, customerKeys, logRetentionDays } = props;
  const description = "Findings in uploads";
  const key = customerKeys
    ? customerKey(scope, { name: name("malware-findings"), description, account })
    : undefined;
  const log = new CloudwatchLogGroup(scope, "aws_cloudwatch_log_group.findings", {
    name: `/aws/events/${name("malware-findings")}`,
    retentionInDays: logRetentionDays,
    ...(key && { kmsKeyId: key.arn }),
  });
  new CloudwatchLogResourcePolicy(scope, "aws_cloudwatch_log_resource_policy.findings", {
    policyName: name("malware-findings"),
    policyDocument: policyDocument({
      Effect: "Allow",
      Principal: { Service: ["events.amazonaws.com", "delivery.logs.amazonaws.com"] },
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: `${log.arn}:*`,
    }),
  });
  return log;
}
