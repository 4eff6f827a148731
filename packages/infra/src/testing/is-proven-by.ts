import type { Environment } from "../config/environment-config.ts";
import { readSettings } from "../config/settings.ts";
import { staticParity } from "../parity/static-parity.ts";

/** What the static comparison of a folder with an environment finds to be other than equal. */
export async function isProvenBy(hcl: string, environment: Environment) {
  const { faults, unseen, added } = await staticParity(
    hcl,
    environment,
    readSettings({}, "infra.json"),
  );
  return { faults, unseen, added: added.map(({ address }) => address) };
}
