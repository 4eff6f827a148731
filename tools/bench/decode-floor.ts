import sharp from "sharp";
import type { Figure } from "./figure.ts";
import { median, milliseconds } from "./figure.ts";

const ROUNDS = 15;
/** sharp has libjpeg decode to an eighth only where less than that is asked for. */
const LESS_THAN_AN_EIGHTH = 9;

/**
 * The processor time of reading a JPEG's every code, and of making as little of it as libjpeg can: no program that
 * looks at all of a photo takes less, and what it leads to a second is more than any such program can do.
 */
export async function measureDecodeFloor(jpeg: Uint8Array): Promise<Figure> {
  const { width } = await sharp(jpeg).metadata();
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage();
    await sharp(jpeg, { ignoreIcc: true })
      .resize({ width: Math.floor(width / LESS_THAN_AN_EIGHTH), kernel: "nearest" })
      .raw()
      .toBuffer();
    const { user, system } = process.cpuUsage(before);
    took.push((user + system) / 1_000);
  }
  const each = median(took);
  return {
    what: "a processor's time for reading such a photo to its end, at an eighth of its size: what no program is below that decodes it",
    goal: "none",
    seen: `${milliseconds(each)}: ${(1_000 / each).toFixed(0)} a second at most`,
  };
}
