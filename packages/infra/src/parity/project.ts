import type { JsonObject } from "../terraform/configuration.ts";

/** A configuration with its modules, read from files of either syntax. */
export interface Project {
  readonly root: JsonObject;
  /** By the call's address, such as `module.networking`; modules that are not local are not in it. */
  readonly modules: Readonly<Record<string, JsonObject>>;
  /** What files of values say about the root's variables. */
  readonly values: JsonObject;
}
