import { dev } from "../config/dev.ts";
import type { EnvironmentConfig } from "../config/environment-config.ts";
import type { StateConfig } from "../config/state-config.ts";
import { STATE_DEFAULTS } from "../config/state-config.ts";
import type { Json } from "../terraform/configuration.ts";
import type { Deviation } from "./deviation.ts";

/** The article's root module where a setting of the owner, or of the environment, takes its place. */
export function rootDeviations(
  config: EnvironmentConfig,
  state: StateConfig,
): readonly Deviation[] {
  const backend = (argument: string, article: Json, ours: Json, reason: string): Deviation => ({
    address: "terraform.backend.s3",
    argument,
    article,
    ours,
    reason,
  });
  const own = "A setting of the owner: the article has a placeholder for it.";
  const all = [
    backend("bucket", STATE_DEFAULTS.bucket, state.bucket, own),
    backend(
      "key",
      dev.stateKey,
      config.stateKey,
      "The article gives all environments one key, under which each would overwrite the others' state.",
    ),
    backend("region", STATE_DEFAULTS.region, state.region, own),
    backend("dynamodb_table", STATE_DEFAULTS.lockTable, state.lockTable, own),
    {
      address: "module.networking",
      argument: "availability_zones",
      article: zonesExpression(dev.zones),
      ours: zonesExpression(config.zones),
      reason: "A setting of the owner: how many zones have subnets.",
    },
  ];
  return all.filter(({ article, ours }) => article !== ours);
}

/** The first zones of the region. */
const zonesExpression = (count: number): string =>
  `\${slice(data.aws_availability_zones.available.names, 0, ${count})}`;
