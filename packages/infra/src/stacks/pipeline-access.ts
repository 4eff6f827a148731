import { TerraformOutput } from "cdktf";
import type { EnvironmentConfig } from "../config/environment-config.ts";
import type { StateConfig } from "../config/state-config.ts";
import { pipeline } from "../modules/pipeline/index.ts";
import { HclModule } from "../terraform/hcl-module.ts";
import type { HclStack } from "../terraform/hcl-stack.ts";
import type { Project } from "./parts.ts";

/** The pipeline's way in, where a repository is named that may have one. */
export function pipelineAccess(
  stack: HclStack,
  config: EnvironmentConfig,
  { project, state }: { readonly project: Project; readonly state: StateConfig },
): void {
  const { repository, identityProvider } = config.pipeline;
  if (repository === undefined) return;
  const { bucket, lockTable } = state;
  const access = new HclModule(
    stack,
    "module.pipeline",
    pipeline({ repository, identityProvider, state: { bucket, lockTable, key: config.stateKey } }),
    { inputs: project },
  );
  new TerraformOutput(stack, "output.deploy_role_arn", {
    description: "Role that the pipeline takes on",
    value: access.outputs.deploy_role_arn,
  });
}
