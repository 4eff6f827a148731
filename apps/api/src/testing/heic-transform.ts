/**
 * Adds a transform property to the first picture of a HEIC file that heif-enc wrote, the way a
 * phone stores how it was held.
 *
 * @param quarterTurns anticlockwise, as the `irot` box counts them.
 */
export function rotateHeic(heic: Buffer, quarterTurns: 0 | 1 | 2 | 3): Buffer {
  return addProperty(heic, "irot", quarterTurns);
}

/** @param axis what an `imir` box says: 0 swaps top and bottom, 1 swaps left and right. */
export function mirrorHeic(heic: Buffer, axis: 0 | 1): Buffer {
  return addProperty(heic, "imir", axis);
}

const PROPERTY_BYTES = 9;
const ASSOCIATION_BYTES = 1;
const ESSENTIAL = 0x80;

function addProperty(heic: Buffer, type: "irot" | "imir", value: number): Buffer {
  const file = Buffer.from(heic);
  const at = (box: string) => file.indexOf(box, 0, "latin1") - 4;
  const grow = (box: string, by: number) =>
    file.writeUInt32BE(file.readUInt32BE(at(box)) + by, at(box));
  const property = Buffer.from(`\0\0\0\x09${type}`, "latin1");

  const properties = boxEnd(file, at("ipco"));
  const index = countBoxes(file, at("ipco") + 8, properties) + 1;
  // ipma: a full header (12), a count of entries (4), the first item's id (2), its associations.
  const countAt = at("ipma") + 18;
  const count = file.readUInt8(countAt);
  const associations = countAt + 1 + count;

  moveItemData(file, at("iloc"), PROPERTY_BYTES + ASSOCIATION_BYTES);
  file.writeUInt8(count + 1, countAt);
  grow("ipco", PROPERTY_BYTES);
  grow("ipma", ASSOCIATION_BYTES);
  grow("iprp", PROPERTY_BYTES + ASSOCIATION_BYTES);
  grow("meta", PROPERTY_BYTES + ASSOCIATION_BYTES);
  return Buffer.concat([
    file.subarray(0, properties),
    property,
    Buffer.of(value),
    file.subarray(properties, associations),
    Buffer.of(ESSENTIAL | index),
    file.subarray(associations),
  ]);
}

function boxEnd(file: Buffer, start: number): number {
  return start + file.readUInt32BE(start);
}

function countBoxes(file: Buffer, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at = boxEnd(file, at)) count += 1;
  return count;
}

/** heif-enc writes each item's place as a 32-bit base offset 4 bytes into its 18-byte entry. */
function moveItemData(file: Buffer, iloc: number, by: number): void {
  const items = file.readUInt16BE(iloc + 14);
  for (let item = 0; item < items; item += 1) {
    const at = iloc + 16 + item * 18 + 4;
    file.writeUInt32BE(file.readUInt32BE(at) + by, at);
  }
}
