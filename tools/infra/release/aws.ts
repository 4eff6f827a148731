import type { EnvironmentConfig } from "../../../packages/infra/src/config/environment-config.ts";
import type { Cloud } from "./cloud.ts";
import { codeDeploy } from "./code-deploy.ts";
import { containers } from "./containers.ts";
import type { Names } from "./names.ts";
import { images } from "./registry.ts";

/**
 * AWS, with the credentials and the endpoint that the AWS CLI would take: profiles, AWS_ENDPOINT_URL and
 * all.
 */
export function aws(
  { region }: Pick<EnvironmentConfig, "region">,
  names: Names,
): Cloud & { close(): void } {
  const parts = [containers(region, names), codeDeploy(region, names), images(region)] as const;
  const [ecs, deployments, registry] = parts;
  return {
    ...ecs,
    ...deployments,
    ...registry,
    close() {
      for (const part of parts) part.close();
    },
  };
}
