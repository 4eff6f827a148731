import type { Account } from "../../aws/account.ts";
import type { Statement } from "../../aws/policy-document.ts";

/** The services that the environment's resources belong to, by the names they have in IAM. */
const SERVICES = [
  "acm",
  "application-autoscaling",
  "budgets",
  "cloudfront",
  "cloudwatch",
  "codedeploy",
  "ec2",
  "ecr",
  "ecs",
  "elasticache",
  "elasticloadbalancing",
  "events",
  "guardduty",
  "kms",
  "logs",
  "rds",
  "route53",
  "secretsmanager",
  "sns",
  "ssm",
  "wafv2",
] as const;

interface ServiceProps {
  readonly account: Account;
  /** What the names of the project's resources in this environment begin with. */
  readonly prefix: string;
  readonly environment: string;
}

/**
 * All that these services can do, since AWS names many of the resources itself, when they are made. Buckets
 * and stacks are named by us, and so are limited by name; the rest is, by the tag that all of an environment's resources have.
 */
export const serviceStatements = ({
  account: { partition, region, id },
  prefix,
  environment,
}: ServiceProps): readonly Statement[] => [
  {
    Sid: "Services",
    Effect: "Allow",
    Action: SERVICES.map((service) => `${service}:*`),
    Resource: ["*"],
  },
  {
    Sid: "OwnBuckets",
    Effect: "Allow",
    Action: ["s3:*"],
    Resource: [`arn:${partition}:s3:::${prefix}-*`],
  },
  {
    Sid: "OwnStacks",
    Effect: "Allow",
    Action: ["cloudformation:*"],
    Resource: [`arn:${partition}:cloudformation:${region}:${id}:stack/${prefix}-*`],
  },
  {
    Sid: "NoOtherEnvironment",
    Effect: "Deny",
    Action: "*",
    Resource: "*",
    Condition: {
      StringNotEquals: { "aws:ResourceTag/Environment": environment },
      Null: { "aws:ResourceTag/Environment": "false" },
    },
  },
];
