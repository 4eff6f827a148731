import type { Environment } from "../config/environment-config.ts";
import { readSettings } from "../config/settings.ts";
import { EnvironmentStack } from "../stacks/environment.ts";
import { StateBackendStack } from "../stacks/state-backend.ts";
import type { Configuration, JsonObject } from "../terraform/configuration.ts";
import { withoutComments } from "../terraform/configuration.ts";
import { synthesized } from "./synthesized.ts";

/** An environment as it is written: its root, a module of it, and the values of its variables. */
export function environment(name: Environment, owner: unknown = {}) {
  const { environments, state } = readSettings(owner, "infra.json");
  const files = synthesized((app) => new EnvironmentStack(app, environments[name], state));
  const read = (path: string): Configuration =>
    withoutComments(files[`stacks/${name}/${path}`] ?? {});
  return {
    root: read("cdk.tf.json"),
    module: (module: string) => read(`modules/${module}/main.tf.json`),
    values: read("terraform.auto.tfvars.json") as JsonObject,
  };
}

/** The state backend's stack, and the values of its variables. */
export function stateBackend(owner: unknown = {}) {
  const { state } = readSettings(owner, "infra.json");
  const files = synthesized((app) => new StateBackendStack(app, state));
  return {
    root: withoutComments(files["stacks/state-backend/cdk.tf.json"] ?? {}),
    values: files["stacks/state-backend/terraform.auto.tfvars.json"] as JsonObject,
  };
}
