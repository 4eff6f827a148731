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

/**
 * Every version of the objects whose keys begin so, in pages of 1,000 at most. A bucket that keeps no
 * versions has one of each, by the name `null`.
 */
export async function* listVersions(bucket: Bucket, prefix: string): AsyncGenerator<Version[]> {
  let from: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined =
    {};
  while (from !== undefined) {
    const command: ListObjectVersionsCommand = new ListObjectVersionsCommand({
      ...{ Bucket: bucket.name, Prefix: prefix },
      ...from,
    });
    const page = await ask(bucket, "s3:ListBucketVersions", () => bucket.client.send(command));
    yield [
      ...(page.Versions ?? []).map((version) => toVersion(version, version.Size ?? 0)),
      ...(page.DeleteMarkers ?? []).map((marker) => toVersion(marker, undefined)),
    ];
    const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page;
    from = page.IsTruncated === true ? { KeyMarker, VersionIdMarker } : undefined;
  }
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
