import { NORMALISED_SIDE } from "@caption-generator/schema";

/** Below this a model would miss what is small in the picture. */
const LEAST_SIDE = 1_280;

/**
 * The longer side that a JPEG of `longerSide` pixels is shrunk to. A JPEG can be decoded at half its
 * size, for less than half the time, and sharp does so from a third on: a phone's 4,032 pixels become
 * 1,344 and not 1,536.
 */
export function jpegSide(longerSide: number): number {
  const third = Math.floor(longerSide / 3);
  return third >= LEAST_SIDE && third < NORMALISED_SIDE ? third : NORMALISED_SIDE;
}
