import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { PARTS } from "@caption-generator/schema";
import { storageError } from "../disk/storage-error.ts";
import type { Measured } from "../write-measured.ts";
import { writeMeasured } from "../write-measured.ts";

/** A stream that has arrived as a whole. */
export interface Spooled extends Measured {
  /** In memory where it is small: the SDK sends that again by itself, where S3 answers that it is busy. */
  content(): Promise<Uint8Array | Readable>;
}

/** As much as is sent whole, not in parts; parts are smaller. */
const SMALL_BYTES = PARTS.above;

export interface SpoolLimit {
  readonly maxBytes: number;
  readonly tooLarge: () => Error;
  /** What is to arrive, for the sentence that says it did not. */
  readonly what?: string;
}

export type Spool = Awaited<ReturnType<typeof openSpool>>;

/**
 * A folder in which streams wait that go on to S3: it wants to know how many bytes will come, and nothing
 * may be sent there of what turns out too large or breaks off. What an ended process left is forgotten.
 */
export async function openSpool(dir: string) {
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true, mode: 0o700 });

  /** @throws AppError upload_incomplete where the stream breaks off, storage_unavailable, what `work` throws */
  return async function spooled<T>(
    body: Readable,
    { what, ...limit }: SpoolLimit,
    work: (spooled: Spooled) => Promise<T>,
  ): Promise<T> {
    const path = join(dir, randomUUID());
    let sending: Readable | undefined;
    try {
      const measured = await writeMeasured(body, path, limit).catch((error) => {
        throw storageError(error, what);
      });
      const content = async () => {
        if (measured.bytes <= SMALL_BYTES) return readFile(path);
        sending = createReadStream(path);
        return sending;
      };
      return await work({ ...measured, content });
    } finally {
      // The SDK leaves open what it could not send.
      sending?.destroy();
      await rm(path, { force: true });
    }
  };
}
