import { DataAwsAvailabilityZones } from "@cdktf/provider-aws/lib/data-aws-availability-zones/index.js";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { Annotations, S3Backend, Token } from "cdktf";
import type { Construct } from "constructs";
import { dev } from "../config/dev.ts";
import type { EnvironmentConfig } from "../config/environment-config.ts";
import type { StateConfig } from "../config/state-config.ts";
import { PLACEHOLDER_BUCKET, PLACEHOLDER_WARNING, STATE_DEFAULTS } from "../config/state-config.ts";
import { applyDeviations } from "../deviations/apply.ts";
import { declaredDeviations } from "../deviations/declared.ts";
import { networking } from "../modules/networking/index.ts";
import { s3 } from "../modules/s3/index.ts";
import { secrets } from "../modules/secrets/index.ts";
import { addressOf } from "../terraform/address.ts";
import { HclModule } from "../terraform/hcl-module.ts";
import type { Patch } from "../terraform/hcl-stack.ts";
import { HclStack } from "../terraform/hcl-stack.ts";
import { requireProviders } from "../terraform/required-providers.ts";
import { VariableFile } from "../terraform/variable-file.ts";
import { dataStores } from "./data-stores.ts";
import { defaultTags } from "./default-tags.ts";
import { watch } from "./monitoring.ts";
import { pipelineAccess } from "./pipeline-access.ts";
import { protection } from "./protection.ts";
import type { RootVariables } from "./root-variables.ts";
import { rootVariables, variableValues } from "./root-variables.ts";
import { site } from "./site.ts";
import { AWS, RANDOM, TERRAFORM_VERSION } from "./versions.ts";

interface Parts {
  readonly config: EnvironmentConfig;
  readonly state: StateConfig;
  readonly variables: RootVariables;
}

/** One deployment of the product: the article's root module, and its modules. */
export class EnvironmentStack extends HclStack {
  constructor(scope: Construct, config: EnvironmentConfig, state: StateConfig) {
    const deviations = declaredDeviations(config, state);
    const patchFor =
      (module: string): Patch =>
      (made) =>
        applyDeviations(made, module, deviations);
    super(scope, config.environment, patchFor(""));
    this.addOverride("terraform.required_version", TERRAFORM_VERSION);
    requireProviders(this, { aws: AWS, random: RANDOM });
    this.#backend();
    const variables = rootVariables(this);
    this.#provider(variables);
    this.#modules({ config, state, variables }, patchFor);
    new VariableFile(this, "values", variableValues(config));
    if (state.bucket === PLACEHOLDER_BUCKET) Annotations.of(this).addWarning(PLACEHOLDER_WARNING);
  }

  /** As in the article; what an environment or its owner has otherwise is a declared deviation. */
  #backend(): void {
    const { bucket, region, lockTable } = STATE_DEFAULTS;
    new S3Backend(this, {
      bucket,
      key: dev.stateKey,
      region,
      encrypt: true,
      dynamodbTable: lockTable,
    });
  }

  #provider({ aws_region, environment }: RootVariables): void {
    const tags = defaultTags(environment);
    new AwsProvider(this, "provider.aws", { region: aws_region, defaultTags: [{ tags }] });
  }

  #zones(): readonly string[] {
    const available = new DataAwsAvailabilityZones(this, "data.aws_availability_zones.available", {
      state: "available",
    });
    return Token.asList(`\${slice(${addressOf(available)}.names, 0, ${dev.zones})}`);
  }

  #modules({ config, state, variables }: Parts, patchFor: (module: string) => Patch): void {
    const { project_name, environment, vpc_cidr } = variables;
    const project = { project_name, environment };
    const network = new HclModule(this, "module.networking", networking, {
      inputs: { ...project, vpc_cidr, availability_zones: this.#zones() },
      patch: patchFor("module.networking"),
    });
    const uploads = new HclModule(this, "module.s3", s3, {
      inputs: project,
      patch: patchFor("module.s3"),
    });
    const stores = dataStores(this, config, { project, network });
    const { scanner } = protection(this, config, { project, vpc_cidr, network, uploads });
    const { outputs: keys } = new HclModule(this, "module.secrets", secrets, { inputs: project });
    const made = { ...stores, variables, project, network, uploads, keys };
    const { services } = site(this, config, made);
    watch(this, config, { ...stores, project, services, scanner });
    pipelineAccess(this, config, { project, state });
  }
}
