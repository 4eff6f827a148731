import type { Account } from "../../aws/account.ts";
import type { Statement } from "../../aws/policy-document.ts";

/** Who takes on the roles that the modules make. */
const TAKERS = [
  "codedeploy.amazonaws.com",
  "ecs-tasks.amazonaws.com",
  "events.amazonaws.com",
  "malware-protection-plan.guardduty.amazonaws.com",
  "monitoring.rds.amazonaws.com",
  "vpc-flow-logs.amazonaws.com",
];

/** What changes a role, or who may take it on. */
const CHANGES = [
  "iam:AttachRolePolicy",
  "iam:CreateRole",
  "iam:DeleteRole",
  "iam:DeleteRolePolicy",
  "iam:DetachRolePolicy",
  "iam:PutRolePolicy",
  "iam:TagRole",
  "iam:UntagRole",
  "iam:UpdateAssumeRolePolicy",
  "iam:UpdateRole",
  "iam:UpdateRoleDescription",
];

const POLICY_CHANGES = [
  "iam:CreatePolicy",
  "iam:CreatePolicyVersion",
  "iam:DeletePolicy",
  "iam:DeletePolicyVersion",
  "iam:TagPolicy",
  "iam:UntagPolicy",
];

interface RoleProps {
  readonly account: Account;
  /** What the names of the project's roles in this environment begin with. */
  readonly prefix: string;
  /** The name of the pipeline's own role. */
  readonly own: string;
}

/**
 * Roles and policies of this environment, by name, passed on to the services that need them and to no
 * other. The pipeline's own is out of its reach: a person with more rights changes that.
 */
export function roleStatements({ account, prefix, own }: RoleProps): readonly Statement[] {
  const iam = `arn:${account.partition}:iam::${account.id}`;
  const roles = [`${iam}:role/${prefix}-*`];
  return [
    { Sid: "SeeRoles", Effect: "Allow", Action: ["iam:Get*", "iam:List*"], Resource: ["*"] },
    { Sid: "OwnRoles", Effect: "Allow", Action: CHANGES, Resource: roles },
    {
      Sid: "OwnPolicies",
      Effect: "Allow",
      Action: POLICY_CHANGES,
      Resource: [`${iam}:policy/${prefix}-*`],
    },
    {
      Sid: "PassRoles",
      Effect: "Allow",
      Action: ["iam:PassRole"],
      Resource: roles,
      Condition: { StringEquals: { "iam:PassedToService": TAKERS } },
    },
    {
      Sid: "ServicesOwnRoles",
      Effect: "Allow",
      Action: ["iam:CreateServiceLinkedRole"],
      Resource: [`${iam}:role/aws-service-role/*`],
    },
    { Sid: "NotItself", Effect: "Deny", Action: CHANGES, Resource: [`${iam}:role/${own}`] },
  ];
}
