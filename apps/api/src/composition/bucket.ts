import type { S3Config } from "../adapters/s3/client.ts";
import type { Env } from "../env.ts";

/** The bucket that the environment names. */
export function bucketOf(env: Env): S3Config | undefined {
  const { S3_BUCKET: bucket, S3_ENDPOINT: endpoint, AWS_REGION: region = "us-east-1" } = env;
  if (bucket === undefined) return undefined;
  const where = endpoint === undefined ? {} : { endpoint };
  return { bucket, region, forcePathStyle: env.S3_FORCE_PATH_STYLE, ...where };
}
