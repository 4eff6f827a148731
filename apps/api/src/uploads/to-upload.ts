import type { DeclaredWhole, DeletionReceipt, Upload } from "@caption-generator/schema";
import type { UploadRecord } from "../ports/records.ts";
import type { UploadTarget } from "../ports/stored-object.ts";

export function toUpload({
  id,
  name,
  type,
  bytes,
  state,
  createdAt,
  keepUntil,
}: UploadRecord): Upload {
  return {
    id,
    name,
    type,
    bytes,
    // To everyone else it is gone already.
    state: state === "deleting" ? "deleted" : state,
    createdAt: createdAt.toISOString(),
    keepUntil: keepUntil.toISOString(),
  };
}

export function toTarget({
  method,
  url,
  headers,
  expiresAt,
}: UploadTarget): DeclaredWhole["target"] {
  return { method, url, headers: { ...headers }, expiresAt: expiresAt.toISOString() };
}

/** The receipt, once the bytes are gone. */
export function toReceipt(upload: UploadRecord): DeletionReceipt | null {
  if (upload.deletedAt === null) return null;
  return {
    uploadId: upload.id,
    deletedAt: upload.deletedAt.toISOString(),
    objectVersions: upload.deletedVersions ?? 0,
    bytes: upload.deletedBytes ?? 0,
  };
}
