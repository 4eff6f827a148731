import type { S3Client } from "@aws-sdk/client-s3";
import { ListObjectsV2Command } from "@aws-sdk/client-s3";
import type { S3Config } from "./client.ts";
import { createS3Client } from "./client.ts";
import { s3Error } from "./s3-error.ts";

/** A bucket, and how to speak of it. */
export interface Bucket {
  readonly client: S3Client;
  readonly name: string;
  /** How many things it is asked to list at once. */
  readonly pageSize: number;
}

/** The bucket of these settings. Nothing is asked of it yet. */
export const openBucket = (config: S3Config): Bucket => ({
  client: createS3Client(config),
  name: config.bucket,
  pageSize: config.pageSize ?? 1_000,
});

/**
 * Asks S3 for something.
 * @param right what the service needs to be allowed for it, as `s3:GetObject`
 * @throws AppError storage_unavailable; S3's own error where it means something to the caller
 */
export async function ask<T>(
  { name }: Bucket,
  right: string,
  request: () => Promise<T>,
): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw s3Error(error, name, right);
  }
}

/**
 * The size of an object in bytes, or undefined. By the bucket's list: while an upload is not scanned, its
 * policy answers nobody who asks for the object itself.
 */
export async function sizeOf(bucket: Bucket, key: string): Promise<number | undefined> {
  const { client, name } = bucket;
  // Keys come in order, so that a longer one with the same beginning comes behind.
  const command = new ListObjectsV2Command({ Bucket: name, Prefix: key, MaxKeys: 1 });
  const { Contents = [] } = await ask(bucket, "s3:ListBucket", () => client.send(command));
  const [first] = Contents;
  return first?.Key === key ? first.Size : undefined;
}
