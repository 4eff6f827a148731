import { stat, truncate, writeFile } from "node:fs/promises";

const COMMENT_BYTES = 65_533;

/** A JPEG of at least `bytes` bytes that shows the same picture: with comments behind its first marker. */
export function padJpeg(jpeg: Uint8Array, bytes: number): Uint8Array {
  const comment = Buffer.alloc(2 + 2 + COMMENT_BYTES, "so much to say ");
  comment.writeUInt16BE(0xff_fe, 0);
  comment.writeUInt16BE(2 + COMMENT_BYTES, 2);
  const count = Math.ceil((bytes - jpeg.length) / comment.length);
  const comments = Array.from({ length: count }, () => comment);
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), ...comments, jpeg.subarray(2)]));
}

/** Makes an MP4 file `bytes` bytes long, by a box of free space at its end that takes no room on the disk. */
export async function padMp4(path: string, bytes: number): Promise<void> {
  const box = Buffer.alloc(8);
  box.writeUInt32BE(bytes - (await stat(path)).size, 0);
  box.write("free", 4, "latin1");
  await writeFile(path, box, { flag: "a" });
  await truncate(path, bytes);
}
