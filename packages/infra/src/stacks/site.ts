import { ref, TerraformVariable, Token } from "cdktf";
import { siteDomain } from "../config/domain-name.ts";
import type { EnvironmentConfig } from "../config/environment-config.ts";
import type { Site } from "../modules/certificate.ts";
import { cloudfront } from "../modules/cloudfront/index.ts";
import { ecs } from "../modules/ecs/index.ts";
import { HclModule } from "../terraform/hcl-module.ts";
import type { HclStack } from "../terraform/hcl-stack.ts";
import type { Edge, Ground } from "./made.ts";
import { publish } from "./outputs.ts";
import { inUsEast1, namesProviders } from "./us-east-1.ts";

/** What people meet: page and API, the load balancer before them, and CloudFront before that. */
export function site(stack: HclStack, config: EnvironmentConfig, props: Ground) {
  const own = siteOf(config);
  const edge = config.cdn.enabled ? cdn(stack, config, { own, props }) : undefined;
  const services = new HclModule(
    stack,
    "module.ecs",
    ecs({
      ...config,
      site: own,
      behindCdn: config.cdn.enabled,
      // The article's bucket takes them from a page on somebody's own machine.
      uploadsFromPage: config.hardened && own !== undefined,
    }),
    { inputs: serviceInputs(stack, config, { ...props, edge }) },
  );
  publish(stack, { ...props, services: services.outputs, edge });
  return { services: services.outputs, edge };
}

/** Domain and zone, which the config has both or none of. */
function siteOf({ domainName, hostedZoneId }: EnvironmentConfig): Site | undefined {
  const domain = siteDomain(domainName);
  return domain === undefined || hostedZoneId === undefined ? undefined : { domain, hostedZoneId };
}

function cdn(
  stack: HclStack,
  config: EnvironmentConfig,
  { own, props }: { readonly own: Site | undefined; readonly props: Ground },
): Edge {
  // The services need the edge's secret, and the edge the services' name: one of them is named ahead.
  const originDomainName = Token.asString(ref("module.ecs.origin_domain_name", stack));
  const call = new HclModule(stack, "module.cloudfront", cloudfront({ ...config, site: own }), {
    inputs: { ...props.project, origin_domain_name: originDomainName },
    patch: namesProviders,
  });
  const { environment } = props.variables;
  inUsEast1(stack, call, { region: config.region, environment });
  return call.outputs;
}

function serviceInputs(
  stack: HclStack,
  config: EnvironmentConfig,
  made: Ground & { readonly edge: Edge | undefined },
) {
  const { network, uploads, database, cache, keys, edge } = made;
  const { vpc_id, alb_security_group_id, ecs_security_group_id } = network.outputs;
  return {
    ...made.project,
    aws_region: made.variables.aws_region,
    vpc_id,
    public_subnets: network.outputs.public_subnet_ids,
    private_subnets: network.outputs.private_subnet_ids,
    alb_security_group_id,
    ecs_security_group_id,
    image_tag: imageTag(stack, config),
    uploads_bucket: uploads.outputs.uploads_bucket_id,
    task_role_arn: uploads.outputs.task_role_arn,
    task_role_name: uploads.outputs.task_role_name,
    database_endpoint: database.endpoint,
    database_port: database.port,
    database_name: database.database_name,
    database_secret_arn: database.master_secret_arn,
    redis_endpoint: cache.primary_endpoint,
    redis_port: cache.port,
    redis_secret_arn: cache.auth_secret_arn,
    ...keys,
    origin_secret: edge?.origin_secret ?? "",
    site_url: edge?.site_url ?? "",
  };
}

/**
 * A release is this variable and no change of the program: `cdktf deploy prod --var image_tag=1.4.2`. Without
 * a default, Terraform refuses to deploy what would be an image that nobody has pushed.
 */
const imageTag = (stack: HclStack, { services }: EnvironmentConfig): string =>
  new TerraformVariable(stack, "var.image_tag", {
    type: "string",
    description: "Tag of the images of page and API",
    ...(services.imageTag === undefined ? {} : { default: services.imageTag }),
  }).stringValue;
