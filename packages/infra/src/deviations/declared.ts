import type { EnvironmentConfig } from "../config/environment-config.ts";
import type { StateConfig } from "../config/state-config.ts";
import { ADDITIONS } from "./additions.ts";
import type { Deviation } from "./deviation.ts";
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
  return [...rootDeviations(config, state), ...hardened];
}

/** The addresses of the resources that there are beside the article's. */
export const declaredAdditions = (): readonly string[] =>
  ADDITIONS.map(({ address }) => address).filter((address) => !address.startsWith("terraform."));
