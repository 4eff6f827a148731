import { ENTRANCE } from "./entrance.ts";
import { INSIDE } from "./inside.ts";
import type { Planted } from "./shapes.ts";

/** A violation of each check, by its id. */
export const PLANTED: Readonly<Record<string, Planted>> = { ...ENTRANCE, ...INSIDE };
