import type { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { UploadTarget } from "../../ports/stored-object.ts";
import type { Bucket } from "./bucket.ts";
import { ask } from "./bucket.ts";

/** Short: a URL ends with the credentials it was signed with, too, and another is soon had. */
const VALID_SECONDS = 15 * 60;

type Signed = NonNullable<Parameters<typeof getSignedUrl>[2]>;

/**
 * A URL under which S3 takes exactly what `sign` signs for.
 * @param headers those that the client has to set itself; their names are in lower case
 */
export async function signTarget(
  bucket: Bucket,
  headers: UploadTarget["headers"],
  sign: (how: Signed) => Promise<string>,
): Promise<UploadTarget> {
  const expiresAt = new Date(Date.now() + VALID_SECONDS * 1_000);
  // The length is signed though clients send it by themselves: S3 refuses other bytes than were declared.
  // And no header but these: the SDK adds a type to a part, which clients then would have to send.
  const signableHeaders = new Set(["content-length", ...Object.keys(headers)]);
  const how = { expiresIn: VALID_SECONDS, signableHeaders };
  const url = await ask(bucket, "s3:PutObject", () => sign(how));
  return { method: "PUT", url, headers, expiresAt };
}
