import { lengthOf } from "../../terraform/references.ts";

/** The instance of a counted resource that an expression is in. */
export const INDEX = "count.index";

const ALL = "var.availability_zones";

/** The zones the module was given: how many, and the one of the instance at hand. */
export const ZONES = { count: lengthOf(ALL), current: `\${${ALL}[${INDEX}]}` };
