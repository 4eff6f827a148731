import type { Configuration } from "../terraform/configuration.ts";
import type { Deviation } from "./deviation.ts";
export const applyDeviations = (c: Configuration, _module: string, _d: readonly Deviation[]) => c;
