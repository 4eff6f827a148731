import { findClass } from "../adapters/on-device/detector/coco.ts";
import type { Sight, Thing } from "../adapters/on-device/sight/sight.ts";

/** A thing of a class, in the middle and large unless said otherwise. */
export function makeThing(label: string, overrides: Partial<Thing> = {}): Thing {
  return {
    label,
    kind: findClass(label)?.kind ?? "household",
    count: 1,
    box: { x: 0.3, y: 0.3, width: 0.4, height: 0.4 },
    area: 0.16,
    score: 0.8,
    ...overrides,
  };
}

/** What is seen in a picture: blue and green in soft light and nothing made out, unless said otherwise. */
export function makeSight(overrides: Partial<Sight> = {}): Sight {
  return {
    version: 1,
    things: [],
    colours: [
      { name: "blue", share: 0.6 },
      { name: "green", share: 0.3 },
    ],
    light: "soft",
    warmth: "neutral",
    colourfulness: "natural",
    format: "landscape",
    brightest: null,
    empty: null,
    ...overrides,
  };
}
