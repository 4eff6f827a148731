import type { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster/index.js";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import type { Construct } from "constructs";
import { policyDocument } from "../../aws/policy-document.ts";
import { trustService } from "../../aws/trust.ts";

interface DeployerRoleProps {
  readonly name: (rest: string) => string;
  readonly cluster: EcsCluster;
  /** ARNs of the services it releases, each of which has two sets of tasks for a while. */
  readonly services: readonly string[];
  /** ARNs of the listener and the rules that it moves. */
  readonly traffic: readonly string[];
  /** ARNs of the roles that the tasks it starts have. */
  readonly taskRoles: readonly string[];
}

/**
 * What CodeDeploy may do: less than AWS's ready-made policy, which may start any service's tasks with any
 * role and read every bucket.
 */
export function deployerRole(scope: Construct, props: DeployerRoleProps): IamRole {
  const role = new IamRole(scope, "aws_iam_role.deployer", {
    name: props.name("deployer"),
    assumeRolePolicy: trustService("codedeploy.amazonaws.com"),
  });
  const inCluster = { ArnEquals: { "ecs:cluster": props.cluster.arn } };
  new IamRolePolicy(scope, "aws_iam_role_policy.deployer", {
    name: "deploy",
    role: role.id,
    policy: policyDocument(
      {
        Effect: "Allow",
        Action: ["ecs:DescribeServices", "ecs:UpdateServicePrimaryTaskSet"],
        Resource: props.services,
      },
      {
        Effect: "Allow",
        Action: ["ecs:CreateTaskSet", "ecs:DeleteTaskSet"],
        Resource: ["*"],
        Condition: inCluster,
      },
      {
        Effect: "Allow",
        Action: ["elasticloadbalancing:ModifyListener", "elasticloadbalancing:ModifyRule"],
        Resource: props.traffic,
      },
      {
        Effect: "Allow",
        // AWS takes no resource for these, which only read.
        Action: [
          "elasticloadbalancing:DescribeListeners",
          "elasticloadbalancing:DescribeRules",
          "elasticloadbalancing:DescribeTargetGroups",
          "cloudwatch:DescribeAlarms",
        ],
        Resource: ["*"],
      },
      {
        Effect: "Allow",
        Action: ["iam:PassRole"],
        Resource: props.taskRoles,
        Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
      },
    ),
  });
  return role;
}
