import type { cloudfront } from "../modules/cloudfront/index.ts";
import type { ecs } from "../modules/ecs/index.ts";
import type { elasticache } from "../modules/elasticache/index.ts";
import type { rds } from "../modules/rds/index.ts";
import type { secrets } from "../modules/secrets/index.ts";
import type { Network, OutputsOf, Project, Uploads } from "./parts.ts";
import type { RootVariables } from "./root-variables.ts";

export type Services = OutputsOf<ReturnType<typeof ecs>>;
export type Edge = OutputsOf<ReturnType<typeof cloudfront>>;

/** What the services are run on. */
export interface Ground {
  readonly variables: RootVariables;
  readonly project: Project;
  readonly network: Network;
  readonly uploads: Uploads;
  readonly database: OutputsOf<ReturnType<typeof rds>>;
  readonly cache: OutputsOf<ReturnType<typeof elasticache>>;
  readonly keys: OutputsOf<typeof secrets>;
}

/** All of an environment that others ask about. */
export interface Made extends Ground {
  readonly services: Services;
  /** CloudFront, where there is one. */
  readonly edge: Edge | undefined;
}
