import type { Readable } from "node:stream";
import type { StoredObject, UploadTarget } from "./stored-object.ts";

/** An object that arrives in parts: its key, and the name `begin` gave to its sending. */
export interface PartedObject {
  readonly key: string;
  readonly multipartId: string;
}

/** A part to come. Numbers begin at 1. */
export interface PartToSend {
  readonly number: number;
  /** Exactly this many bytes will be taken. */
  readonly bytes: number;
}

/** A part that is here. */
export interface StoredPart extends PartToSend {
  /** Changes with the content. What it says beyond that is the store's own. */
  readonly etag: string;
}

/**
 * Objects that are sent in parts, in S3's terms: 5 MiB or more each but the last, in any order, several
 * at once, each again at any time; the last one sent under a number counts. All but `begin` and `abort`
 * throw AppError upload_already_used for what was completed or aborted.
 */
export interface PartStore {
  /** Begins an object; nothing of it can be read before it is complete. Returns its `multipartId`. */
  begin(object: { readonly key: string; readonly type: string }): Promise<string>;
  sign(object: PartedObject, part: PartToSend): Promise<UploadTarget>;
  /**
   * Stores a part's stream without holding it in memory; one that fails leaves the part as it was.
   * @throws AppError upload_size_mismatch, upload_incomplete, storage_unavailable
   */
  put(object: PartedObject, part: PartToSend, body: Readable): Promise<StoredPart>;
  /** The parts that are here, by number. */
  list(object: PartedObject): Promise<readonly StoredPart[]>;
  /**
   * Makes the object of these parts, in this order, at once and whole, and drops the parts. Completing
   * what is complete changes nothing.
   * @throws AppError upload_incomplete where a part is not here with that etag; nothing is lost then
   */
  complete(
    object: PartedObject,
    parts: readonly Pick<StoredPart, "number" | "etag">[],
  ): Promise<StoredObject>;
  /**
   * Drops all parts. When it is done no object can come of them any more; one that was complete stays.
   * Safe to repeat.
   */
  abort(object: PartedObject): Promise<void>;
}
