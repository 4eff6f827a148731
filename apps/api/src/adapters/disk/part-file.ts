import type { FileHandle } from "node:fs/promises";
import { appendFile, open } from "node:fs/promises";

/** Few and large reads: joining is bound by the disk. */
const CHUNK_BYTES = 256 * 1024;
const DIGEST_BYTES = 32;

/** A part's file has its bytes and behind them their SHA-256, so that one rename puts both in place. */
export const sealPart = (path: string, digest: Buffer) => appendFile(path, digest);

export const toEtag = (digest: Buffer) => `"${digest.toString("hex")}"`;

export interface OpenPart {
  readonly bytes: number;
  readonly etag: string;
  /** The part's bytes. The file is closed after them. */
  content(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/** Opens a part: it stays what it is though another be sent in its place. @throws ENOENT */
export async function openPart(path: string): Promise<OpenPart> {
  const file = await open(path);
  try {
    const bytes = (await file.stat()).size - DIGEST_BYTES;
    return {
      bytes,
      etag: toEtag(await digestAt(file, bytes)),
      content: () =>
        file.createReadStream({ start: 0, end: bytes - 1, highWaterMark: CHUNK_BYTES }),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function digestAt(file: FileHandle, position: number): Promise<Buffer> {
  const { buffer } = await file.read(Buffer.alloc(DIGEST_BYTES), 0, DIGEST_BYTES, position);
  return buffer;
}
