/** How a photo is to be turned and mirrored, as EXIF numbers it; 1 is upright. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const ORIENTATION_TAG = 0x0112;
const SHORT = 3;
const ENTRY_BYTES = 12;

/**
 * The orientation that EXIF has in its first directory. No link is followed but the one to that directory, so
 * that it takes no longer than the file is long, however its directories point at each other.
 *
 * @param tiff from its byte order on, without `Exif\0\0`
 * @returns 1 where it says nothing, or nothing that can be read
 * @see Exif 2.32, 4.6.2
 */
export function readOrientation(tiff: Uint8Array): Orientation {
  const file = Buffer.from(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  try {
    const order = file.toString("latin1", 0, 2);
    if (order !== "II" && order !== "MM") return 1;
    const little = order === "II";
    const short = (at: number) => (little ? file.readUInt16LE(at) : file.readUInt16BE(at));
    const directory = little ? file.readUInt32LE(4) : file.readUInt32BE(4);
    const end = directory + 2 + ENTRY_BYTES * short(directory);
    for (let at = directory + 2; at < end; at += ENTRY_BYTES) {
      if (short(at) !== ORIENTATION_TAG || short(at + 2) !== SHORT) continue;
      return asOrientation(short(at + 8));
    }
    return 1;
  } catch (error) {
    // It ends within what it says it has.
    if (error instanceof RangeError) return 1;
    throw error;
  }
}

const asOrientation = (value: number): Orientation =>
  value >= 1 && value <= 8 ? (value as Orientation) : 1;

/** EXIF with an orientation and nothing else, from its byte order on. */
export function writeOrientation(orientation: Orientation): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION_TAG, 10);
  tiff.writeUInt16BE(SHORT, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}
