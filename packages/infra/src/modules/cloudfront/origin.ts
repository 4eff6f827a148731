import type { CloudfrontDistributionOrigin } from "@cdktf/provider-aws/lib/cloudfront-distribution/index.js";
import { Id } from "@cdktf/provider-random/lib/id/index.js";
import type { Construct } from "constructs";
import { ORIGIN } from "./behaviours.ts";

/** The header that shows the load balancer where a request comes from. */
const HEADER = "X-Origin-Verify";

/** Seconds a request may be silent; the most without asking AWS for more. Event streams say something sooner. */
const SILENCE_SECONDS = 60;

/**
 * What CloudFront sends with each request. It is in Terraform's state, and opens no data: whoever has it
 * gets past the firewall to the same site that everybody sees. `terraform apply -replace` makes a new one.
 */
export const originSecret = (scope: Construct): string =>
  `\${sensitive(${new Id(scope, "random_id.origin_secret", { byteLength: 32 }).node.id}.hex)}`;

interface OriginProps {
  readonly domainName: string;
  readonly secret: string;
  /** Whether the load balancer has a certificate for this name. */
  readonly tls: boolean;
}

/** The load balancer, where everything comes from. */
export const origin = ({ domainName, secret, tls }: OriginProps): CloudfrontDistributionOrigin => ({
  originId: ORIGIN,
  domainName,
  customHeader: [{ name: HEADER, value: secret }],
  customOriginConfig: {
    httpPort: 80,
    httpsPort: 443,
    originProtocolPolicy: tls ? "https-only" : "http-only",
    originSslProtocols: ["TLSv1.2"],
    originReadTimeout: SILENCE_SECONDS,
    originKeepaliveTimeout: 5,
  },
});
