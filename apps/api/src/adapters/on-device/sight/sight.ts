import { z } from "zod";
import { KINDS } from "../detector/coco.ts";
import { COLOUR_NAMES } from "./colours.ts";

const LIGHTS = ["dark", "dim", "warm", "contrasty", "bright", "soft", "even"] as const;
export const SIDES = ["top", "bottom", "left", "right"] as const;

const share = z.number().min(0).max(1);

/** Several things of one noun, or one. */
export const thingSchema = z.object({
  /** A COCO label; null where only the kind is sure. */
  label: z.string().nullable(),
  kind: z.enum(KINDS),
  count: z.number().int().min(1),
  /** Around all of them, in fractions of the picture. */
  box: z.object({ x: share, y: share, width: share, height: share }),
  /** The part of the picture that their boxes cover. */
  area: share,
  /** From 0 to 1, by the surest of them. */
  score: share,
});

export type Thing = z.infer<typeof thingSchema>;

/** What the on-device model saw and measured in a picture: all that its captions are made from. */
export const sightSchema = z.object({
  version: z.literal(1),
  /** The most prominent first. */
  things: z.array(thingSchema).max(10),
  /** The named colours and the part of the picture each has, the largest first. */
  colours: z.array(z.object({ name: z.enum(COLOUR_NAMES), share })).max(4),
  light: z.enum(LIGHTS),
  warmth: z.enum(["warm", "neutral", "cool"]),
  colourfulness: z.enum(["monochrome", "muted", "natural", "vivid"]),
  format: z.enum(["portrait", "landscape", "square", "panorama"]),
  /** Where the light gathers, if it does. */
  brightest: z.enum([...SIDES, "middle"]).nullable(),
  /** The side where next to nothing is to be seen, if there is one. */
  empty: z.enum(SIDES).nullable(),
});

export type Sight = z.infer<typeof sightSchema>;
export type Light = Sight["light"];
export type Side = (typeof SIDES)[number];
export type Measures = Omit<Sight, "version" | "things">;
