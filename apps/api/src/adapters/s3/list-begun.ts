import { ListMultipartUploadsCommand } from "@aws-sdk/client-s3";
import type { StoredItem } from "../../ports/stored-object.ts";
import type { Bucket } from "./bucket.ts";
import { ask } from "./bucket.ts";

/** Every object whose key begins so and that is in parts, neither completed nor aborted, in pages. */
export async function* listBegun(bucket: Bucket, prefix: string): AsyncGenerator<StoredItem[]> {
  let from: { KeyMarker?: string | undefined; UploadIdMarker?: string | undefined } | undefined =
    {};
  while (from !== undefined) {
    const command: ListMultipartUploadsCommand = new ListMultipartUploadsCommand({
      ...{ Bucket: bucket.name, Prefix: prefix, MaxUploads: bucket.pageSize },
      ...from,
    });
    const page = await ask(bucket, "s3:ListBucketMultipartUploads", () =>
      bucket.client.send(command),
    );
    yield (page.Uploads ?? []).map(({ Key = "", UploadId = "", Initiated = new Date() }) => ({
      ...{ key: Key, multipartId: UploadId, at: Initiated },
    }));
    const { NextKeyMarker: KeyMarker, NextUploadIdMarker: UploadIdMarker } = page;
    from = page.IsTruncated === true ? { KeyMarker, UploadIdMarker } : undefined;
  }
}
