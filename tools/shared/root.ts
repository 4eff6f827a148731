import { dirname } from "node:path";

/** The folder of the root package.json. */
export const ROOT = dirname(dirname(import.meta.dirname));
