import type { Waiver } from "./waiver.ts";

const DOMAIN =
  "There is no certificate without a domain, and the article's is a placeholder. With domainName and hostedZoneId set, this holds: a test of ours sees to that.";

/** What the article's network is, and what it would cost to have it otherwise. */
const NETWORK: readonly Waiver[] = [
  {
    checks: ["CKV_AWS_382"],
    address: "module.networking.aws_security_group.*",
    stacks: ["dev"],
    reason: "The article's open egress: dev is the article, to the letter.",
  },
  {
    checks: ["CKV_AWS_260"],
    address: "module.networking.aws_security_group.alb",
    reason:
      "The article's rule: who comes to port 80 is sent on to HTTPS, or refused by the load balancer.",
  },
  {
    checks: ["CKV_AWS_23"],
    address: "module.networking.aws_security_group.*",
    reason:
      "The article's groups have no description, and AWS can add one to a new group only: the tasks' would have to be replaced while it is in use.",
  },
];

/** What needs a domain, and what the content delivery network is not meant to do. */
const SITE: readonly Waiver[] = [
  {
    checks: ["CKV_AWS_2", "CKV2_AWS_20"],
    address: "module.ecs.aws_lb_listener.http",
    stacks: ["staging", "prod"],
    reason: DOMAIN,
  },
  {
    checks: ["CKV_AWS_174", "CKV2_AWS_42", "encrypted-to-the-origin"],
    address: "module.cloudfront.aws_cloudfront_distribution.main",
    stacks: ["staging", "prod"],
    reason: DOMAIN,
  },
  {
    checks: ["CKV_AWS_305"],
    address: "module.cloudfront.aws_cloudfront_distribution.main",
    reason: "The first page is made by the page's own server, and is no object in a bucket.",
  },
  {
    checks: ["CKV_AWS_310"],
    address: "module.cloudfront.aws_cloudfront_distribution.main",
    reason:
      "The load balancer is in several zones already; a second origin would be a second deployment in another region.",
  },
  {
    checks: ["CKV_AWS_374"],
    address: "module.cloudfront.aws_cloudfront_distribution.main",
    reason: "The product is meant for people of all countries.",
  },
  {
    checks: ["no-generated-secret"],
    address: "module.cloudfront.random_id.origin_secret",
    reason:
      "CloudFront can send a header whose value it is told, and nothing else. Who has the value gets past the firewall, to pages that are public anyway; the state is encrypted.",
  },
];

/** What is not worth its price where people try things out. */
const STAGING: readonly Waiver[] = [
  {
    checks: ["CKV_AWS_150", "CKV_AWS_139"],
    address: "module.*",
    stacks: ["staging"],
    reason: "Staging is taken down and put up again; prod is protected.",
  },
  {
    checks: ["CKV2_AWS_28", "CKV_AWS_68", "CKV2_AWS_47"],
    address: "module.*",
    stacks: ["staging"],
    reason:
      "The firewall costs 10 USD a month and more, and nobody is told of staging; prod has it.",
  },
  {
    checks: ["CKV_AWS_338"],
    address: "module.*",
    stacks: ["staging"],
    reason: "Nobody asks after months what happened in staging; prod keeps its logs for a year.",
  },
  {
    checks: ["CKV2_AWS_50"],
    address: "module.elasticache.aws_elasticache_replication_group.main",
    stacks: ["staging"],
    reason: "A second node doubles the price of the cache, and staging may be down; prod has it.",
  },
];

/** What would be kept twice, or of which nobody would read. */
const STORES: readonly Waiver[] = [
  {
    checks: ["CKV2_AWS_8"],
    address: "module.rds.aws_rds_cluster.main",
    reason:
      "Aurora's own backups bring back any second of the last days; a plan of AWS Backup would keep the same a second time.",
  },
  {
    checks: ["CKV_AWS_145", "CKV_AWS_144", "CKV_AWS_18", "CKV2_AWS_62"],
    address: "module.s3.aws_s3_bucket.uploads",
    reason:
      "The article's bucket, encrypted with S3's own keys. Uploads are gone after minutes, so there is nothing to copy to another region; who put and got what is in the API's log, and a scan of each upload is in EventBridge.",
  },
  {
    checks: ["CKV_AWS_145", "CKV_AWS_144", "CKV_AWS_18", "CKV2_AWS_62"],
    address: "module.ecs.aws_s3_bucket.logs",
    reason:
      "Load balancers write their logs to buckets with S3's own keys alone. A log of the log would have no end, and these expire by themselves.",
  },
  {
    checks: ["CKV_AWS_145", "CKV_AWS_144", "CKV_AWS_18", "CKV2_AWS_62"],
    address: "module.cloudfront.aws_s3_bucket.logs",
    reason:
      "CloudFront's logs, encrypted with S3's own keys. A log of the log would have no end, and these expire by themselves.",
  },
  {
    checks: ["CKV_AWS_145", "CKV_AWS_144", "CKV_AWS_18", "CKV2_AWS_62"],
    address: "aws_s3_bucket.state",
    reason:
      "The article's bucket, encrypted with S3's own keys, which every backend of Terraform can read. It has versions, and holds no secret; a state that is lost can be imported again.",
  },
  {
    checks: ["CKV_AWS_119"],
    address: "aws_dynamodb_table.locks",
    reason:
      "The table holds locks and digests, and no secret: AWS's key for DynamoDB encrypts it, without a dollar a month for one of our own.",
  },
];

/** What is not asked of some resources, and why. */
export const WAIVERS: readonly Waiver[] = [...NETWORK, ...SITE, ...STAGING, ...STORES];
