const HEADER_BYTES = 10;
const HAS_FOOTER = 0x10;

/**
 * How many bytes an ID3v2 tag takes in front of what it tells of; undefined where the file begins without one.
 * @param bytes the beginning of a file
 */
export function id3TagBytes(bytes: Uint8Array): number | undefined {
  const header = Buffer.from(bytes.subarray(0, HEADER_BYTES));
  if (header.length < HEADER_BYTES || header.toString("latin1", 0, 3) !== "ID3") return undefined;
  // Seven bits of each byte count: the tag must hold nothing that a player takes for the start of a frame.
  const content = header.subarray(6).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
  const footer = (header.readUInt8(5) & HAS_FOOTER) === 0 ? 0 : HEADER_BYTES;
  return HEADER_BYTES + content + footer;
}
