import { readOrientation, writeOrientation } from "./exif.ts";

const EXIF = Buffer.from("Exif\0\0", "latin1");
const ICC = Buffer.from("ICC_PROFILE\0", "latin1");

const [START_OF_IMAGE, END_OF_IMAGE, START_OF_SCAN] = [0xd8, 0xd9, 0xda];
const [APP0, APP1, APP2, APP14, APP15, COMMENT] = [0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe];

/** A JPEG without EXIF, XMP, comments and the like, but for its orientation. It may end early. */
export function bareJpeg(file: Buffer): Buffer {
  const kept: Buffer[] = [];
  let orientation: Buffer | undefined;
  let at = 2;
  for (let marker = nextMarker(file, at); marker; marker = nextMarker(file, at)) {
    const { code, end } = marker;
    const segment = segmentAfter(file, marker);
    if (segment === undefined) {
      // The picture itself; or what is wrong is for the decoder to say.
      kept.push(file.subarray(end - 2));
      break;
    }
    if (isKept(code, segment)) kept.push(Buffer.of(0xff, code), segment);
    if (code === APP1 && startsWith(segment, EXIF)) {
      orientation ??= exifSegment(segment.subarray(2 + EXIF.length));
    }
    at = end + segment.length;
  }
  const start = Buffer.of(0xff, START_OF_IMAGE);
  return Buffer.concat([start, ...(orientation === undefined ? [] : [orientation]), ...kept]);
}

interface Marker {
  readonly code: number;
  /** Where what follows it begins. */
  readonly end: number;
}

/** The marker at or after a place; decoders skip what is between two segments, so this does, too. */
function nextMarker(file: Buffer, from: number): Marker | undefined {
  let at = file.indexOf(0xff, from);
  while (at !== -1) {
    while (file[at + 1] === 0xff) at += 1;
    const code = file[at + 1];
    if (code === undefined) return undefined;
    if (code !== 0) return { code, end: at + 2 };
    at = file.indexOf(0xff, at + 2);
  }
  return undefined;
}

const standsAlone = (code: number): boolean => code === 0x01 || (code >= 0xd0 && code <= 0xd8);

/** A marker's segment from its length on, as much of it as there is; undefined where it has no length, or none that can be. */
function segmentAfter(file: Buffer, { code, end }: Marker): Buffer | undefined {
  if (code === START_OF_SCAN || code === END_OF_IMAGE || end + 2 > file.length) return undefined;
  if (standsAlone(code)) return file.subarray(end, end);
  const length = file.readUInt16BE(end);
  return length < 2 ? undefined : file.subarray(end, end + length);
}

/** Colour needs APP2's profile and Adobe's APP14; JFIF's APP0 says what kind of JPEG it is. */
function isKept(code: number, segment: Buffer): boolean {
  if (code === APP2) return startsWith(segment, ICC);
  if (code === APP0 || code === APP14) return true;
  return !(code === COMMENT || (code >= APP1 && code <= APP15));
}

const startsWith = (segment: Buffer, name: Buffer): boolean =>
  segment.subarray(2, 2 + name.length).equals(name);

function exifSegment(tiff: Buffer): Buffer {
  const content = Buffer.concat([EXIF, writeOrientation(readOrientation(tiff))]);
  const head = Buffer.of(0xff, APP1, 0, content.length + 2);
  return Buffer.concat([head, content]);
}
