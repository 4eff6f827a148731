import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export interface Measured {
  readonly bytes: number;
  /** SHA-256 of what was written. */
  readonly digest: Buffer;
}

/**
 * Writes a stream to a file that is not there yet, and measures it on the way: it is never held in
 * memory. What was written until a failure is left to the caller.
 * @throws what `limit.tooLarge` makes, as soon as there are more bytes than `limit.maxBytes`
 */
export async function writeMeasured(
  body: Readable | AsyncIterable<Uint8Array>,
  path: string,
  limit?: { readonly maxBytes: number; readonly tooLarge: () => Error },
): Promise<Measured> {
  const hash = createHash("sha256");
  let bytes = 0;
  await pipeline(
    body,
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        bytes += chunk.byteLength;
        if (limit !== undefined && bytes > limit.maxBytes) throw limit.tooLarge();
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(path, { flags: "wx", mode: 0o600 }),
  );
  return { bytes, digest: hash.digest() };
}
