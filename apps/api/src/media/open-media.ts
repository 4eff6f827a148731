import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import type { MediaType } from "@caption-generator/schema";
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
  const content = contentOf(path);
  try {
    await before(content);
  } finally {
    // Whoever was to read it may have stopped in the midst of it.
    await content.return(undefined);
  }
  const type = await sniffFile(path);
  if (type === undefined) throw mediaMismatch(name, declared, { other: undefined });
  const facts = await media.inspect(path, type, signal);
  const { maxSeconds } = limits.video;
  if (facts.seconds > maxSeconds) throw tooLong(name, facts.seconds, maxSeconds);
  return { path, facts };
}

/** The file is open only while it is read: the bytes of one that stays open stay on the disk, though it is deleted. */
async function* contentOf(path: string): AsyncGenerator<Uint8Array, void, void> {
  yield* createReadStream(path);
}

async function sniffFile(path: string): Promise<MediaType | undefined> {
  const file = await open(path);
  const read = async (position: number) => {
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(HEAD_BYTES),
      0,
      HEAD_BYTES,
      position,
    );
    return buffer.subarray(0, bytesRead);
  };
  try {
    return await sniffMediaType(await read(0), read);
  } finally {
    await file.close();
  }
}
