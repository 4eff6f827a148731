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

/**
 * Adds a picture to a HEIF file with EXIF that heif-enc wrote, and says that the file is of it: the first one's
 * pixels, without what was done to them by `rotateHeic` and `mirrorHeic`. It takes the place of the EXIF.
 */
export function withAnotherPrimary(heic: Buffer): Buffer {
  const file = Buffer.from(heic);
  const at = (box: string) => file.indexOf(box, 0, "latin1") - 4;
  // infe: a full header, whose last bit hides what is no picture, an id (2), a protection (2), the type.
  const typeAt = file.indexOf("Exif", at("iinf"), "latin1");
  file.writeUInt8(0, typeAt - 5);
  file.write("hvc1", typeAt, "latin1");
  const [first, second] = [at("iloc") + 16, at("iloc") + 16 + PLACE_BYTES];
  file.copy(file, second + 4, first + 4, first + PLACE_BYTES);
  file.writeUInt16BE(2, at("pitm") + 12);
  // Of the first four properties: how it is encoded, which is essential, its size, colours and depth.
  const associations = Buffer.of(0, 2, 4, ESSENTIAL | 1, 2, 3, 4);
  moveItemData(file, at("iloc"), associations.length);
  for (const box of ["ipma", "iprp", "meta"]) {
    file.writeUInt32BE(file.readUInt32BE(at(box)) + associations.length, at(box));
  }
  file.writeUInt32BE(2, at("ipma") + 12);
  const end = boxEnd(file, at("ipma")) - associations.length;
  return Buffer.concat([file.subarray(0, end), associations, file.subarray(end)]);
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

const PLACE_BYTES = 18;

/** heif-enc writes each item's place as a 32-bit base offset 4 bytes into its entry. */
function moveItemData(file: Buffer, iloc: number, by: number): void {
  const items = file.readUInt16BE(iloc + 14);
  for (let item = 0; item < items; item += 1) {
    const at = iloc + 16 + item * PLACE_BYTES + 4;
    file.writeUInt32BE(file.readUInt32BE(at) + by, at);
  }
}
