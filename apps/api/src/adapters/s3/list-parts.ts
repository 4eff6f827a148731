import { ListPartsCommand } from "@aws-sdk/client-s3";
import type { StoredPart } from "../../ports/part-store.ts";
import type { Bucket } from "./bucket.ts";
import { ask } from "./bucket.ts";

/**
 * The parts that S3 has, by number. Not with the SDK's own pages: those take a
 * last page that names its end for one that has another behind it, and never end.
 */
export async function listParts(
  bucket: Bucket,
  upload: { readonly Bucket: string; readonly Key: string; readonly UploadId: string },
): Promise<StoredPart[]> {
  const parts: StoredPart[] = [];
  let marker: { PartNumberMarker?: string | undefined } | undefined = {};
  while (marker !== undefined) {
    const command: ListPartsCommand = new ListPartsCommand({
      ...{ ...upload, MaxParts: bucket.pageSize },
      ...marker,
    });
    const page = await ask(bucket, "s3:ListMultipartUploadParts", () =>
      bucket.client.send(command),
    );
    for (const { PartNumber = 0, Size = 0, ETag = "" } of page.Parts ?? []) {
      parts.push({ number: PartNumber, bytes: Size, etag: ETag });
    }
    const { IsTruncated, NextPartNumberMarker: PartNumberMarker } = page;
    marker = IsTruncated === true ? { PartNumberMarker } : undefined;
  }
  return parts;
}
