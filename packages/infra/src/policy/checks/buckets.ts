import { argument, isOn, isSet } from "../../inventory/arguments.ts";
import { decoded } from "../../inventory/document.ts";
import { isValues, textOf } from "../../inventory/value.ts";
import type { Check, Place } from "../check.ts";

const BUCKET = ["aws_s3_bucket"];
const BLOCKS = [
  "block_public_acls",
  "block_public_policy",
  "ignore_public_acls",
  "restrict_public_buckets",
];
const ENCRYPTION = "aws_s3_bucket_server_side_encryption_configuration";
const ALGORITHM = "rule.apply_server_side_encryption_by_default.sse_algorithm";

/** A resource of this type that is a setting of the bucket. */
const settings = ({ instance, inventory }: Place, type: string) =>
  inventory.referring(instance, type, "bucket");

/** Whether the bucket's policy refuses what does not come over TLS. */
const refusesPlainHttp = (place: Place): boolean =>
  settings(place, "aws_s3_bucket_policy").some(({ args }) => {
    const policy = decoded(args["policy"]);
    return isValues(policy) && /"aws:SecureTransport":"?false"?/u.test(textOf(policy));
  });

export const BUCKET_CHECKS: readonly Check[] = [
  {
    id: "CKV2_AWS_6",
    says: "a bucket cannot be made public",
    types: BUCKET,
    holds: (_args, place) =>
      settings(place, "aws_s3_bucket_public_access_block").some(({ args }) =>
        BLOCKS.every((block) => isOn(args, block)),
      ),
  },
  {
    id: "CKV_AWS_19",
    says: "a bucket is encrypted",
    types: BUCKET,
    holds: (_args, place) => settings(place, ENCRYPTION).some(({ args }) => isSet(args, ALGORITHM)),
  },
  {
    id: "CKV_AWS_145",
    says: "a bucket is encrypted with a key of KMS",
    types: BUCKET,
    hardened: true,
    holds: (_args, place) =>
      settings(place, ENCRYPTION).some(({ args }) =>
        String(argument(args, ALGORITHM)).startsWith("aws:kms"),
      ),
  },
  {
    id: "tls-to-the-bucket",
    says: "a bucket refuses requests that do not come over TLS",
    types: BUCKET,
    holds: (_args, place) => refusesPlainHttp(place),
  },
  {
    id: "CKV_AWS_18",
    says: "requests to a bucket are logged",
    types: BUCKET,
    hardened: true,
    holds: (_args, place) => settings(place, "aws_s3_bucket_logging").length > 0,
  },
  {
    id: "CKV_AWS_144",
    says: "a bucket has a copy in another region",
    types: BUCKET,
    hardened: true,
    holds: (_args, place) => settings(place, "aws_s3_bucket_replication_configuration").length > 0,
  },
  {
    id: "CKV2_AWS_62",
    says: "somebody is told of what is put into a bucket",
    types: BUCKET,
    hardened: true,
    holds: (_args, place) => settings(place, "aws_s3_bucket_notification").length > 0,
  },
];
