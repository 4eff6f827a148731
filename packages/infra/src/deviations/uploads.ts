import type { EnvironmentConfig } from "../config/environment-config.ts";
import type { Deviation } from "./deviation.ts";

const LIFECYCLE = "module.s3.aws_s3_bucket_lifecycle_configuration.uploads";
const BUCKET = "module.s3.aws_s3_bucket.uploads";
const CORS = "module.s3.aws_s3_bucket_cors_configuration.uploads";

/** The uploads' bucket, which forgets what it is told to forget, and takes uploads from the page alone. */
export const uploadsDeviations = ({
  domainName,
  services,
}: EnvironmentConfig): readonly Deviation[] => [
  ...(services.deletionProtection ? [] : [EMPTIED]),
  {
    address: LIFECYCLE,
    argument: "rule.filter",
    article: undefined,
    ours: [{ prefix: "" }],
    reason:
      "A rule without a filter is deprecated, and an error in the provider's next major version. The empty prefix means every object, as before.",
  },
  {
    address: LIFECYCLE,
    argument: "rule.noncurrent_version_expiration",
    article: undefined,
    ours: [{ noncurrent_days: 1 }],
    reason:
      "In a bucket with versions, expiration only hides an object: its bytes would be kept, and paid for, for ever.",
  },
  {
    address: CORS,
    argument: "cors_rule.allowed_origins",
    article: ["http://localhost:3000"],
    ours: [`https://${domainName}`],
    reason:
      "The page is served from its domain; no page on somebody's own machine may upload here.",
  },
  {
    address: CORS,
    argument: "cors_rule.allowed_methods",
    article: ["GET", "PUT", "POST", "DELETE"],
    ours: ["PUT"],
    reason:
      "The page sends uploads with PUT and does nothing else with the bucket; tasks are not browsers.",
  },
];

const EMPTIED: Deviation = {
  address: BUCKET,
  argument: "force_destroy",
  article: undefined,
  ours: true,
  reason:
    "What may be taken down is taken down with the uploads of its last day: with one version in it, the bucket would stop the rest half-way.",
};
