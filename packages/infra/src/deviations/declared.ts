import type { EnvironmentConfig } from "../config/environment-config.ts";
import type { StateConfig } from "../config/state-config.ts";
import { additionsTo } from "./additions.ts";
import type { Deviation } from "./deviation.ts";
import { natDeviations } from "./nat.ts";
import { networkDeviations } from "./network.ts";
import { rootDeviations } from "./root.ts";
import { uploadsDeviations } from "./uploads.ts";

/**
 * All that an environment has otherwise than the article. Each is applied from this very declaration when
 * the environment is synthesized, and nothing else is changed.
 */
export function declaredDeviations(
  config: EnvironmentConfig,
  state: StateConfig,
): readonly Deviation[] {
  const hardened = config.hardened ? [...networkDeviations(), ...uploadsDeviations(config)] : [];
  return [...rootDeviations(config, state), ...natDeviations(config), ...hardened];
}

/** The addresses of the resources that there are beside the article's, and of modules that are full of them. */
export const declaredAdditions = (config: EnvironmentConfig): readonly string[] =>
  additionsTo(config)
    .filter(({ planned }) => planned !== false)
    .map(({ address }) => address);
