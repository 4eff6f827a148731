import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log/index.js";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import type { Construct } from "constructs";
import type { Account } from "../../aws/account.ts";
import { customerKey } from "../../aws/customer-key.ts";
import { policyDocument } from "../../aws/policy-document.ts";
import type { BoundaryProps } from "./props.ts";

interface FlowLogsProps extends BoundaryProps {
  readonly name: (rest: string) => string;
  readonly account: Account;
  readonly vpcId: string;
}

/** A line a connection, accepted or refused, with its addresses and never its content. */
export function flowLogs(scope: Construct, props: FlowLogsProps): void {
  const { name, account, vpcId } = props;
  const key = props.customerKeys
    ? customerKey(scope, { name: name("flow-logs"), description: "Flow logs of the VPC", account })
    : undefined;
  const log = new CloudwatchLogGroup(scope, "aws_cloudwatch_log_group.flows", {
    name: `/aws/vpc/${name("flow-logs")}`,
    retentionInDays: props.logRetentionDays,
    ...(key && { kmsKeyId: key.arn }),
  });
  new FlowLog(scope, "aws_flow_log.vpc", {
    vpcId,
    trafficType: "ALL",
    logDestination: log.arn,
    iamRoleArn: writerRole(scope, { name, account, log }).arn,
    tags: { Name: name("flow-logs") },
  });
}

interface WriterProps extends Pick<FlowLogsProps, "name" | "account"> {
  readonly log: CloudwatchLogGroup;
}

function writerRole(scope: Construct, { name, account, log }: WriterProps): IamRole {
  const role = new IamRole(scope, "aws_iam_role.flow_logs", {
    name: name("flow-logs"),
    description: "VPC flow logs, to write into their log group",
    assumeRolePolicy: policyDocument({
      Effect: "Allow",
      Principal: { Service: "vpc-flow-logs.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: { StringEquals: { "aws:SourceAccount": account.id } },
    }),
  });
  new IamRolePolicy(scope, "aws_iam_role_policy.flow_logs", {
    name: name("flow-logs"),
    role: role.id,
    policy: policyDocument({
      Effect: "Allow",
      Action: [
        "logs:CreateLogStream",
        "logs:PutLogEvents",
        "logs:DescribeLogGroups",
        "logs:DescribeLogStreams",
      ],
      Resource: [log.arn, `${log.arn}:*`],
    }),
  });
  return role;
}
