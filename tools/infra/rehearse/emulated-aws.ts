import { Failure } from "../../shared/failure.ts";

/** An object in an emulated bucket, and how it is kept. */
export interface StoredObject {
  readonly text: string;
  /** `AES256` or `aws:kms`; undefined where it is not encrypted. */
  readonly encryption: string | undefined;
  /** Its version; undefined in a bucket that keeps none. */
  readonly version: string | undefined;
}

/** The emulator takes any signature; it only reads the service's name out of it. */
export const signature = (service: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=test/20250101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
});

/**
 * Reads an object of an emulated bucket.
 *
 * @returns undefined when there is none
 */
export async function readObject(
  emulator: string,
  bucket: string,
  key: string,
): Promise<StoredObject | undefined> {
  const response = await fetch(`${emulator}/${bucket}/${key}`, { headers: signature("s3") });
  const text = await response.text();
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Failure(`s3://${bucket}/${key} cannot be read: ${text}`);
  const header = (name: string) => response.headers.get(name) ?? undefined;
  return {
    text,
    encryption: header("x-amz-server-side-encryption"),
    version: header("x-amz-version-id"),
  };
}

/**
 * Reads a string attribute of an item in an emulated DynamoDB table whose key is `LockID`.
 *
 * @returns undefined when there is no such item, or no such table yet
 */
export async function readLockAttribute(
  emulator: string,
  table: string,
  id: string,
  attribute: string,
): Promise<string | undefined> {
  const response = await fetch(emulator, {
    method: "POST",
    headers: {
      ...signature("dynamodb"),
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": "DynamoDB_20120810.GetItem",
    },
    body: JSON.stringify({ TableName: table, Key: { LockID: { S: id } }, ConsistentRead: true }),
  });
  const text = await response.text();
  if (text.includes("ResourceNotFoundException")) return undefined;
  if (!response.ok) throw new Failure(`The lock table ${table} cannot be read: ${text}`);
  const { Item: item } = JSON.parse(text) as { Item?: Record<string, { S?: string }> };
  return item?.[attribute]?.S;
}

/** Takes the policy off an emulated bucket. */
export async function deleteBucketPolicy(emulator: string, bucket: string): Promise<void> {
  const url = `${emulator}/${bucket}?policy`;
  const response = await fetch(url, { method: "DELETE", headers: signature("s3") });
  const text = await response.text();
  if (!response.ok) throw new Failure(`The policy of ${bucket} cannot be taken off it: ${text}`);
}
