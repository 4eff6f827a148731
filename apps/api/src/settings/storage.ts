import { z } from "zod";
import { given, givenUrl, unlessEmpty } from "./given.ts";

/** Where uploads lie: a bucket where one is named, else the data folder. Credentials come as AWS's tools find them. */
export const storageSettings = {
  /** The bucket, which is this installation's alone: what it does not know there is deleted. */
  S3_BUCKET: given,
  AWS_REGION: given,
  /** Another server that speaks S3's language. */
  S3_ENDPOINT: givenUrl,
  /** Whether the bucket is in the path of its URLs, not in the host's name. */
  S3_FORCE_PATH_STYLE: unlessEmpty(
    z
      .enum(["true", "false"])
      .default("false")
      .transform((value) => value === "true"),
  ),
  /** Whether browsers send files to the bucket, whose CORS has to let the page's origin, or to the API, which hands them on. */
  S3_UPLOADS: unlessEmpty(z.enum(["direct", "through-api"]).default("direct")),
};
