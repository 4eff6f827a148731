import type { Part, Picture, Side } from "./model.ts";

/** A rectangle, in pixels from the top left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const WIDTH = 1040;
export const HEIGHT = 680;

/** The network, and its bands of public and private subnets. */
export const VPC: Box = { x: 30, y: 210, width: 700, height: 440 };
export const BANDS: Readonly<Record<"public" | "private", Box>> = {
  public: { x: 46, y: 244, width: 668, height: 110 },
  private: { x: 46, y: 374, width: 668, height: 260 },
};

const SIZE = { width: 190, height: 56 };

/** Where the parts of a side are: a row from left to right, or a column from top to bottom. */
const PLACES: Readonly<Record<Side, { x: number; y: number; across: number; down: number }>> = {
  internet: { x: 285, y: 24, across: 545, down: 0 },
  edge: { x: 285, y: 122, across: 300, down: 0 },
  public: { x: 285, y: 286, across: 220, down: 0 },
  private: { x: 410, y: 416, across: -250, down: 0 },
  store: { x: 410, y: 552, across: -250, down: 0 },
  region: { x: 830, y: 286, across: 0, down: 134 },
};

/** Where each part is, by its id: those of a side in the order of the picture. */
export function placesOf({ parts }: Picture): ReadonlyMap<string, Box> {
  const taken = new Map<Side, number>();
  const place = ({ id, side }: Part): readonly [string, Box] => {
    const at = taken.get(side) ?? 0;
    taken.set(side, at + 1);
    const { x, y, across, down } = PLACES[side];
    return [id, { x: x + at * across, y: y + at * down, ...SIZE }];
  };
  return new Map(inOrder(parts).map(place));
}

/** Beside the network, those that talk to each other are next to each other. */
const inOrder = (parts: readonly Part[]): readonly Part[] => [
  ...parts.filter(({ name }) => name === "S3"),
  ...parts.filter(({ name }) => name === "GuardDuty"),
  ...parts.filter(({ name }) => name !== "S3" && name !== "GuardDuty"),
];

/** The points between which the line from one box to another is seen. */
export function between(from: Box, to: Box): readonly [number, number, number, number] {
  const [x1, y1] = center(from);
  const [x2, y2] = center(to);
  return [...border(from, x2 - x1, y2 - y1), ...border(to, x1 - x2, y1 - y2)];
}

const center = ({ x, y, width, height }: Box): readonly [number, number] => [
  x + width / 2,
  y + height / 2,
];

/** Where a line from a box's middle, in this direction, leaves it. */
function border(box: Box, dx: number, dy: number): readonly [number, number] {
  const [x, y] = center(box);
  const scale = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : box.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : box.height / 2 / Math.abs(dy),
  );
  return [Math.round(x + dx * scale), Math.round(y + dy * scale)];
}
