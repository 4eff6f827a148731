import type { Kind, Trust } from "../detector/coco.ts";

/** What two views must say of a place: on average, and each of them at least. */
export interface Need {
  readonly mean: number;
  readonly each: number;
}

/**
 * What a class needs to be named. Calibrated on 540 photographs and drawings that Debian ships
 * (scikit-image, OpenCV, GCompris, KPhotoAlbum, wallpapers): with these numbers the wrong names left
 * are a bison called a cow and cartoons. Each number stands just above the worst wrong name seen: a
 * rabbit as a dog (0.65 and 0.43), an antelope as a sheep (0.72 and 0.44), a spray bottle as a vase
 * (0.60 and 0.57), a cartoon figure as a fire hydrant (0.63 and 0.56).
 */
export function needOf(kind: Kind, trust: Trust): Need | undefined {
  if (trust === "never") return undefined;
  if (trust === "magnet") return { mean: 0.65, each: 0.58 };
  if (kind === "person") return { mean: 0.42, each: 0.3 };
  if (kind === "animal") return { mean: 0.52, each: 0.5 };
  return { mean: 0.5, each: 0.44 };
}

/**
 * What a kind needs where no class of it is sure. The other kinds are not in here: what looks like
 * furniture or a device, but like no certain one, was something else as often as not.
 */
export const KIND_NEEDS: Readonly<Partial<Record<Kind, Need>>> = {
  animal: { mean: 0.41, each: 0.2 },
  vehicle: { mean: 0.52, each: 0.44 },
  food: { mean: 0.62, each: 0.5 },
};

/**
 * What fills the picture is often only a face or a flank, in which classes compete and none scores
 * high. Of the photographs above, all seven between these numbers and those of `KIND_NEEDS` were
 * animals: two fish, a calf, a horse, three views of a dog.
 */
export const LARGE_ANIMAL_NEED: Need = { mean: 0.35, each: 0.3 };
export const LARGE_AREA = 0.35;

/** How far ahead of the next class of its kind a class must be, on average. */
export const LEAD = 0.15;

/** Where a thing is named already, another of the same class needs no more than this on average. */
export const ANOTHER = 0.38;

/** What covers less of the picture than this is not mentioned: birds, clocks and kites turn up there. */
export const LEAST_AREA: Readonly<Partial<Record<Kind, number>>> = { person: 0.002 };
export const LEAST_AREA_OTHERS = 0.01;
