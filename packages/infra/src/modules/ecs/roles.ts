import type { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import type { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository/index.js";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import type { Construct } from "constructs";
import type { Statement } from "../../aws/policy-document.ts";
import { policyDocument } from "../../aws/policy-document.ts";
import { trustService } from "../../aws/trust.ts";

const TASKS = "ecs-tasks.amazonaws.com";

interface ExecutionRoleProps {
  readonly name: (rest: string) => string;
  readonly repository: EcrRepository;
  readonly logs: CloudwatchLogGroup;
  /** What else its tasks are started with. */
  readonly secrets?: readonly Statement[];
}

/** What starts the tasks of a service: it pulls that service's images, writes its log and reads its secrets. */
export function executionRole(
  scope: Construct,
  service: string,
  { name, repository, logs, secrets = [] }: ExecutionRoleProps,
): IamRole {
  const role = new IamRole(scope, `aws_iam_role.${service}_execution`, {
    name: name(`${service}-execution`),
    assumeRolePolicy: trustService(TASKS),
  });
  new IamRolePolicy(scope, `aws_iam_role_policy.${service}_execution`, {
    name: "start-tasks",
    role: role.id,
    policy: policyDocument(
      // The token is the account's: ECR has no narrower resource for it.
      { Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: ["*"] },
      {
        Effect: "Allow",
        Action: [
          "ecr:BatchCheckLayerAvailability",
          "ecr:BatchGetImage",
          "ecr:GetDownloadUrlForLayer",
        ],
        Resource: [repository.arn],
      },
      {
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: [`${logs.arn}:*`],
      },
      ...secrets,
    ),
  });
  return role;
}

/** A role without any right, so that nobody is tempted to lend the page another's. */
export const powerlessRole = (
  scope: Construct,
  service: string,
  name: (rest: string) => string,
): IamRole =>
  new IamRole(scope, `aws_iam_role.${service}_task`, {
    name: name(`${service}-task`),
    assumeRolePolicy: trustService(TASKS),
  });
