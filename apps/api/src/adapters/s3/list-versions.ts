import { ListObjectVersionsCommand } from "@aws-sdk/client-s3";
import type { Bucket } from "./bucket.ts";
import { ask } from "./bucket.ts";

/** One version of an object, or a marker that only hides those before it. */
export interface Version {
  readonly key: string;
  readonly versionId: string;
  /** Undefined for a marker, which has none. */
  readonly bytes: number | undefined;
  readonly at: Date;
}

/** Where a page begins. */
interface From {
  readonly KeyMarker?: string | undefined;
  readonly VersionIdMarker?: string | undefined;
}

/**
 * Every version of the objects whose keys begin so, in pages. A bucket that keeps no versions has one of
 * each, by the name `null`.
 */
export async function* listVersions(bucket: Bucket, prefix: string): AsyncGenerator<Version[]> {
  let from: From | undefined = {};
  while (from !== undefined) {
    const { versions, next } = await pageOfVersions(bucket, prefix, from);
    yield versions;
    from = next;
  }
}

/** A page of them, by their keys' order, and where the next begins; undefined where there is none. */
export async function pageOfVersions(
  bucket: Bucket,
  prefix: string,
  from: From = {},
): Promise<{ versions: Version[]; next: From | undefined }> {
  const command = new ListObjectVersionsCommand({
    ...{ Bucket: bucket.name, Prefix: prefix, MaxKeys: bucket.pageSize },
    ...from,
  });
  const page = await ask(bucket, "s3:ListBucketVersions", () => bucket.client.send(command));
  const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page;
  return {
    versions: [
      ...(page.Versions ?? []).map((version) => toVersion(version, version.Size ?? 0)),
      ...(page.DeleteMarkers ?? []).map((marker) => toVersion(marker, undefined)),
    ],
    next: page.IsTruncated === true ? { KeyMarker, VersionIdMarker } : undefined,
  };
}

interface Listed {
  readonly Key?: string | undefined;
  readonly VersionId?: string | undefined;
  readonly LastModified?: Date | undefined;
}

const toVersion = (
  { Key = "", VersionId = "null", LastModified = new Date(0) }: Listed,
  bytes: number | undefined,
): Version => ({ key: Key, versionId: VersionId, bytes, at: LastModified });
