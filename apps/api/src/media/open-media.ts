import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import type { Deps } from "../deps.ts";
import type { MediaFacts } from "../ports/media-tools.ts";
import type { UploadRecord } from "../ports/records.ts";
import { mediaMismatch, tooLong } from "./media-problems.ts";
import { sniffMediaType } from "./media-type.ts";

/** A video or recording as a file, and what it is. */
export interface OpenMedia {
  readonly path: string;
  readonly facts: MediaFacts;
}

const HEAD_BYTES = 4_100;

/**
 * Puts an upload into `folder` and reads its header.
 * @param before what is to happen before anything reads the file, such as a scan
 * @throws AppError media_type_mismatch, media_too_long and what `MediaTools.inspect` throws
 */
export async function openMedia(
  { store, media, limits }: Pick<Deps, "store" | "media" | "limits">,
  { id, name, type: declared }: UploadRecord,
  { folder, signal }: { readonly folder: string; readonly signal: AbortSignal },
  before: (content: AsyncIterable<Uint8Array>) => Promise<void> = async () => {},
): Promise<OpenMedia> {
  const path = join(folder, "media");
  await store.copyTo(id, path);
  await before(createReadStream(path));
  const type = await sniffMediaType(await headOf(path));
  if (type === undefined) throw mediaMismatch(name, declared, { other: undefined });
  const facts = await media.inspect(path, type, signal);
  const { maxSeconds } = limits.video;
  if (facts.seconds > maxSeconds) throw tooLong(name, facts.seconds, maxSeconds);
  return { path, facts };
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
