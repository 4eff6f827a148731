import type { HclStack } from "../../terraform/hcl-stack.ts";
import type { ValuesOf } from "../../terraform/module-definition.ts";
import { defineModule } from "../../terraform/module-definition.ts";
import { certificate } from "../certificate.ts";
import type { LogBucket } from "../log-bucket.ts";
import { logBucket } from "../log-bucket.ts";
import { naming, PROJECT_INPUTS } from "../project.ts";
import { distribution } from "./distribution.ts";
import { firewall } from "./firewall.ts";
import { firewallLogs } from "./firewall-logs.ts";
import { names } from "./names.ts";
import { originSecret } from "./origin.ts";
import type { CloudfrontProps, Name } from "./props.ts";

const INPUTS = {
  ...PROJECT_INPUTS,
  origin_domain_name: { type: "string", description: "Name the load balancer is reached under" },
} as const;

const OUTPUTS = {
  distribution_id: { type: "string", description: "ID of the distribution" },
  distribution_arn: { type: "string", description: "ARN of the distribution" },
  distribution_domain_name: {
    type: "string",
    description: "CloudFront's name for the distribution",
  },
  site_url: { type: "string", description: "Where the page is reached" },
  origin_secret: { type: "string", description: "What CloudFront sends with each request" },
  web_acl_name: { type: "string", description: "Name of the firewall; empty without one" },
} as const;

/** Days for which requests are kept on record. */
const ACCESS_LOG_DAYS = 90;

/** CloudFront in front of the load balancer. All of it is made in us-east-1, where CloudFront looks for it. */
export const cloudfront = (props: CloudfrontProps) =>
  defineModule({
    name: "cloudfront",
    inputs: INPUTS,
    outputs: OUTPUTS,
    body: (scope, inputs) => body(scope, inputs, props),
  });

function body(
  scope: HclStack,
  inputs: ValuesOf<typeof INPUTS>,
  props: CloudfrontProps,
): ValuesOf<typeof OUTPUTS> {
  const { cdn, site, hardened } = props;
  const name = naming(inputs);
  const secret = originSecret(scope);
  const { requestsPerAddress, priceClass } = cdn;
  const wall = cdn.waf ? firewall(scope, { name, requestsPerAddress }) : undefined;
  if (wall !== undefined) firewallLogs(scope, { ...props, name, firewall: wall });
  const own =
    site === undefined
      ? undefined
      : { domain: site.domain, certificateArn: certificate(scope, site) };
  const edge = distribution(scope, {
    name,
    priceClass,
    originDomainName: inputs.origin_domain_name,
    secret,
    own,
    firewall: wall,
    logs: hardened ? accessLogs(scope, name) : undefined,
  });
  if (site !== undefined) names(scope, site, edge);
  return {
    distribution_id: edge.id,
    distribution_arn: edge.arn,
    distribution_domain_name: edge.domainName,
    site_url: `https://${site?.domain ?? edge.domainName}`,
    origin_secret: secret,
    web_acl_name: wall?.name ?? "",
  };
}

/** CloudFront gives itself the right to write, in an ACL: the bucket has to know these. */
const accessLogs = (scope: HclStack, name: Name): LogBucket =>
  logBucket(scope, {
    name: name("edge-logs"),
    days: ACCESS_LOG_DAYS,
    ownership: "BucketOwnerPreferred",
  });
