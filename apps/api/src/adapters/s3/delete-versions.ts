import { DeleteObjectsCommand } from "@aws-sdk/client-s3";
import type { Bucket } from "./bucket.ts";
import { ask } from "./bucket.ts";
import type { Version } from "./list-versions.ts";
import { pageOfVersions } from "./list-versions.ts";
import { s3Error } from "./s3-error.ts";

/**
 * Deletes an object for good: every version there is, and the markers that only hide it.
 * @returns how many versions had bytes, and how many bytes that were
 */
export async function deleteVersions(
  bucket: Bucket,
  key: string,
): Promise<{ versions: number; bytes: number }> {
  let [count, bytes] = [0, 0];
  for (;;) {
    // Always the first page of what is left: where the next one began may be deleted, too.
    const { versions, next } = await pageOfVersions(bucket, key);
    // Keys come in order, so that longer ones with the same beginning come behind.
    const ours = versions.filter((version) => version.key === key);
    await deleteAll(bucket, ours);
    const withBytes = ours.flatMap((version) => version.bytes ?? []);
    count += withBytes.length;
    bytes += withBytes.reduce((sum, each) => sum + each, 0);
    if (next === undefined || ours.length < versions.length) return { versions: count, bytes };
  }
}

/** Deletes a page of versions: S3 takes as many at once. */
async function deleteAll(bucket: Bucket, versions: readonly Version[]): Promise<void> {
  if (versions.length === 0) return;
  const Objects = versions.map(({ key, versionId }) => ({ Key: key, VersionId: versionId }));
  const Delete = { Objects, Quiet: true };
  const command = new DeleteObjectsCommand({ Bucket: bucket.name, Delete });
  const right = "s3:DeleteObjectVersion";
  const { Errors: [first] = [] } = await ask(bucket, right, () => bucket.client.send(command));
  if (first === undefined) return;
  // Told in a good answer, one by one.
  const { Code: name = "InternalError", Message = name } = first;
  const httpStatusCode = name === "AccessDenied" ? 403 : 503;
  const error = Object.assign(new Error(Message), { name, $metadata: { httpStatusCode } });
  throw s3Error(error, bucket.name, right);
}
