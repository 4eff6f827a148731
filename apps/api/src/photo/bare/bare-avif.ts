const EXIF = Buffer.from("Exif", "latin1");
/** A kind of item that no decoder knows. */
const SKIPPED = Buffer.from("skip", "latin1");

/**
 * An AVIF whose EXIF is no EXIF any more: its items are listed as a kind that decoders pass over. Its size and all
 * places in it stay as they are. How it is to be turned, AVIF says elsewhere.
 *
 * @see ISO/IEC 14496-12, 8.11.6 (`infe`)
 */
export function bareAvif(file: Buffer): Buffer {
  const bare = Buffer.from(file);
  for (const meta of boxes(bare, "meta")) {
    for (let at = meta.indexOf(EXIF); at !== -1; at = meta.indexOf(EXIF, at + 4)) {
      SKIPPED.copy(meta, at);
    }
  }
  return bare;
}

/** The boxes of a type at the file's top, with what is in them; writing to them writes to the file. */
function* boxes(file: Buffer, type: string): Generator<Buffer> {
  let at = 0;
  while (at + 8 <= file.length) {
    const size = sizeAt(file, at);
    if (file.toString("latin1", at + 4, at + 8) === type) yield file.subarray(at, at + size);
    // Where it is shorter than its own head, nothing after it can be found.
    if (size < 8) return;
    at += size;
  }
}

function sizeAt(file: Buffer, at: number): number {
  const size = file.readUInt32BE(at);
  if (size === 0) return file.length - at;
  if (size !== 1) return size;
  return at + 16 <= file.length ? Number(file.readBigUInt64BE(at + 8)) : 0;
}
