import type { EnvironmentConfig } from "../../../packages/infra/src/config/environment-config.ts";
import { naming } from "../../../packages/infra/src/modules/project.ts";

/** What is released, in this order: the page asks the API for what is new in it. */
export const SERVICES = ["backend", "frontend"] as const;
export type ServiceId = (typeof SERVICES)[number];

/** What the stack names its parts. A service has the name of its task's family and of its repository. */
export interface Names {
  readonly cluster: string;
  /** CodeDeploy's application, with a deployment group a service that is called as the service's id. */
  readonly app: string;
  /** The family of the task that migrates the database. */
  readonly migration: string;
  readonly services: Readonly<Record<ServiceId, string>>;
}

/** What an environment's parts are called. */
export function namesIn({
  projectName,
  environment,
}: Pick<EnvironmentConfig, "projectName" | "environment">): Names {
  const name = naming({ project_name: projectName, environment });
  return {
    cluster: name("cluster"),
    app: name("app"),
    migration: name("migration"),
    services: { backend: name("backend"), frontend: name("frontend") },
  };
}
