import type { EnvironmentConfig } from "../config/environment-config.ts";
import type { Addition } from "./deviation.ts";

/** What an environment has and the article does not. */
export const additionsTo = (config: EnvironmentConfig): readonly Addition[] => [
  ...IN_ROOT,
  ...IN_ARTICLES_MODULES,
  ...MODULES,
  ...(config.scanUploads ? SCANNING : []),
  ...SITE,
  ...(config.cdn.enabled ? edge(config) : []),
  ...(config.pipeline.repository === undefined ? [] : PIPELINE),
];

/** Whether an addition, which may be a whole module, is or holds what has this address. */
export const holds = (addition: string, address: string): boolean =>
  addition === address || address.startsWith(`${addition}.`);

/** What other modules have to know of a module of the article's. A plan shows resources and no such output. */
const outputs = (module: string, ...names: readonly string[]): readonly Addition[] =>
  names.map((name) => ({
    address: `${module}.output.${name}`,
    reason: "Other modules build on it.",
    planned: false,
  }));

const IN_ROOT: readonly Addition[] = [
  {
    address: "terraform.required_providers.random",
    reason:
      "The article uses the provider without naming it; unnamed, its newest version is taken.",
    planned: false,
  },
  {
    address: "aws_s3_bucket_policy.uploads",
    reason:
      "Refuses requests to the uploads' bucket that do not come over TLS and, where uploads are scanned, those that read one before it was found clean.",
  },
  {
    address: "aws_vpc_security_group_ingress_rule.database_from_tasks",
    reason: "Lets the tasks, and nobody else, in to the database.",
  },
  {
    address: "aws_vpc_security_group_ingress_rule.cache_from_tasks",
    reason: "Lets the tasks, and nobody else, in to the cache.",
  },
];

const IN_ARTICLES_MODULES: readonly Addition[] = [
  {
    address: "module.s3.aws_iam_role_policy.delete_versions",
    reason:
      "Lets tasks delete an upload for good: with versions, s3:DeleteObject alone hides it and keeps its bytes.",
  },
  {
    address: "module.s3.aws_iam_role_policy.send_in_parts",
    reason:
      "Lets tasks see which parts of a large upload have arrived, and drop them, also those of uploads that nobody knows any more.",
  },
  ...outputs(
    "module.s3",
    "uploads_bucket_id",
    "uploads_bucket_arn",
    "task_role_arn",
    "task_role_name",
  ),
  ...outputs("module.networking", "private_route_table_ids"),
];

const MODULES: readonly Addition[] = [
  {
    address: "module.rds",
    reason: "The article calls this module and shows no body: the database is in it.",
  },
  {
    address: "module.elasticache",
    reason: "The article calls this module and shows no body: the cache is in it.",
  },
  {
    address: "module.boundary",
    reason:
      "Reaches S3 without the NAT gateways, logs connections, and locks the security group that the VPC came with.",
  },
  {
    address: "module.monitoring",
    reason: "Shows how the environment does, and tells people when it does not.",
  },
  {
    address: "module.secrets",
    reason: "Names the parameters that people put the keys into; it makes none.",
    planned: false,
  },
];

const SCANNING: readonly Addition[] = [
  {
    address: "module.scanning",
    reason: "Has GuardDuty look for malware in every upload, and records what it finds.",
  },
];

const SITE: readonly Addition[] = [
  {
    address: "module.ecs",
    reason:
      "Runs page and API on Fargate behind a load balancer: the article draws them and shows no code.",
  },
  {
    address: "var.image_tag",
    reason: "Says which images run, so that a release changes a variable and no program.",
    planned: false,
  },
  {
    address: "output",
    reason: "Says after a deployment where things are: the article's root module says nothing.",
    planned: false,
  },
];

const edge = ({ region }: EnvironmentConfig): readonly Addition[] => [
  {
    address: "module.cloudfront",
    reason: "Puts CloudFront in front of the load balancer, as the article draws it.",
  },
  ...(region === "us-east-1"
    ? []
    : [
        {
          address: "provider.aws.us_east_1",
          reason: "CloudFront looks for certificates and firewalls in us-east-1 alone.",
          planned: false,
        },
      ]),
];

const PIPELINE: readonly Addition[] = [
  {
    address: "module.pipeline",
    reason: "Lets a repository's pipeline deploy without a key that could be lost.",
  },
];
