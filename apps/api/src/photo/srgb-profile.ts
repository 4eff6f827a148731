const HEADER_BYTES = 128;
const TAG_BYTES = 12;

/** Real profiles have some twenty; a number beyond all reason is read by nobody, least of all on the main thread. */
const MOST_TAGS = 200;

/** Where sRGB has its primaries, in XYZ adapted to D50 (IEC 61966-2-1, as ICC profiles have them). */
const PRIMARIES = {
  rXYZ: [0.436, 0.2225, 0.0139],
  gXYZ: [0.3851, 0.7169, 0.0971],
  bXYZ: [0.1431, 0.0606, 0.7141],
} as const;
const PRIMARY_WITHIN = 0.003;

/** How much light sRGB gives at half of its scale; a plain gamma of 2.2, which some call sRGB, gives 0.218. */
const LIGHT_AT_HALF = 0.214;
const LIGHT_WITHIN = 0.006;

/**
 * Whether an ICC profile only says that colours are sRGB, so that they may be left as they are: converting them
 * takes longer than all else that is done to a photo. Profiles that convert by tables (`A2B0`) count as others.
 */
export function isSrgb(profile: Uint8Array): boolean {
  const file = Buffer.from(profile.buffer, profile.byteOffset, profile.byteLength);
  try {
    if (file.toString("latin1", 16, 20) !== "RGB ") return false;
    const tags = readTags(file);
    return !tags.has("A2B0") && hasPrimaries(tags) && hasCurves(tags);
  } catch (error) {
    // It ends within what it says it has: no profile that anybody can go by.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

type Tags = ReadonlyMap<string, Buffer>;

function readTags(file: Buffer): Tags {
  const tags = new Map<string, Buffer>();
  const count = Math.min(file.readUInt32BE(HEADER_BYTES), MOST_TAGS);
  const end = HEADER_BYTES + 4 + TAG_BYTES * count;
  for (let at = HEADER_BYTES + 4; at < end; at += TAG_BYTES) {
    const from = file.readUInt32BE(at + 4);
    const content = file.subarray(from, from + file.readUInt32BE(at + 8));
    tags.set(file.toString("latin1", at, at + 4), content);
  }
  return tags;
}

const hasPrimaries = (tags: Tags) =>
  Object.entries(PRIMARIES).every(([name, primary]) =>
    primary.every((value, index) => {
      const tag = tags.get(name) ?? Buffer.alloc(0);
      return Math.abs(fixed(tag, 8 + 4 * index) - value) <= PRIMARY_WITHIN;
    }),
  );

const hasCurves = (tags: Tags) =>
  ["rTRC", "gTRC", "bTRC"].every((name) => {
    const light = lightAtHalf(tags.get(name) ?? Buffer.alloc(0));
    return Math.abs(light - LIGHT_AT_HALF) <= LIGHT_WITHIN;
  });

/** What a tone curve makes of 0.5, by ICC.1:2022, 10.6 (`curv`) and 10.18 (`para`). */
function lightAtHalf(curve: Buffer): number {
  if (curve.toString("latin1", 0, 4) === "para") {
    return parametricAtHalf(curve);
  }
  const points = curve.readUInt32BE(8);
  if (points === 0) return 0.5;
  if (points === 1) return 0.5 ** (curve.readUInt16BE(12) / 256);
  const middle = (points - 1) / 2;
  const point = (index: number) => curve.readUInt16BE(12 + 2 * index) / 65_535;
  return (point(Math.floor(middle)) + point(Math.ceil(middle))) / 2;
}

function parametricAtHalf(curve: Buffer): number {
  const gamma = fixed(curve, 12);
  switch (curve.readUInt16BE(8)) {
    case 0:
      return 0.5 ** gamma;
    case 3:
      // Its other part, which is linear, is for what is darker.
      return (fixed(curve, 16) * 0.5 + fixed(curve, 20)) ** gamma;
    default:
      return Number.NaN;
  }
}

const fixed = (tag: Buffer, at: number) => tag.readInt32BE(at) / 65_536;
