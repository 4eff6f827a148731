import { ENVIRONMENTS } from "../config/environment-config.ts";

/** The stacks that there are: where the states are kept, and the environments. */
export const STACKS = ["state-backend", ...ENVIRONMENTS] as const;
export type StackName = (typeof STACKS)[number];
