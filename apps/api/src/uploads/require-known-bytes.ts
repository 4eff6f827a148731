import { Readable } from "node:stream";
import { mediaMismatch } from "../media/media-problems.ts";
import { sniffMediaType } from "../media/media-type.ts";
import { typeMismatch } from "../photo/photo-errors.ts";
import { sniffPhotoType } from "../photo/photo-type.ts";
import { isMedia } from "./file-type.ts";

/** Enough to tell every type we take. */
const HEAD_BYTES = 4_100;

interface DeclaredFile {
  readonly name: string;
  readonly type: string;
}

/**
 * Passes a stream on once its first bytes are of the kind that was declared, so that nothing else is
 * stored: a photo's for a photo, a video's or recording's for one of those.
 * The stream fails with AppError image_type_mismatch or media_type_mismatch otherwise.
 */
export function requireKnownBytes(body: Readable, declared: DeclaredFile): Readable {
  return Readable.from(checked(body, declared), { objectMode: false });
}

async function* checked(body: AsyncIterable<Uint8Array>, declared: DeclaredFile) {
  const head: Uint8Array[] = [];
  let headBytes = 0;
  let decided = false;
  for await (const chunk of body) {
    if (decided) {
      yield chunk;
      continue;
    }
    head.push(chunk);
    headBytes += chunk.byteLength;
    if (headBytes < HEAD_BYTES) continue;
    decided = true;
    yield await requireKnown(Buffer.concat(head), declared);
  }
  if (!decided && headBytes > 0) yield await requireKnown(Buffer.concat(head), declared);
}

async function requireKnown(head: Uint8Array, { name, type }: DeclaredFile): Promise<Uint8Array> {
  const found = await sniffPhotoType(head);
  if (isMedia(type)) {
    if ((await sniffMediaType(head)) === undefined) throw mediaMismatch(name, type, found);
    return head;
  }
  if (typeof found !== "string") throw typeMismatch(name, type, found.other);
  return head;
}
