import { readFile, writeFile } from "node:fs/promises";

/** Matroska's name for the length of a file, and that eight bytes follow. */
const DURATION = Buffer.from([0x44, 0x89, 0x88]);

/** Has a Matroska file say in its header that it lasts so many seconds, whatever is in it. */
export async function claimSeconds(path: string, seconds: number): Promise<string> {
  const bytes = await readFile(path);
  const at = bytes.indexOf(DURATION);
  if (at < 0) throw new Error(`${path} does not say how long it is.`);
  // In milliseconds, as all of ffmpeg's.
  bytes.writeDoubleBE(seconds * 1_000, at + DURATION.length);
  await writeFile(path, bytes);
  return path;
}
