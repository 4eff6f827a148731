import type { CloudfrontDistribution } from "@cdktf/provider-aws/lib/cloudfront-distribution/index.js";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record/index.js";
import type { Construct } from "constructs";
import type { Site } from "../certificate.ts";

/** Leads the site's name to the edge, over IPv4 and IPv6. */
export function names(
  scope: Construct,
  { domain, hostedZoneId }: Site,
  edge: CloudfrontDistribution,
): void {
  const records = { ipv4: "A", ipv6: "AAAA" } as const;
  for (const [version, type] of Object.entries(records)) {
    new Route53Record(scope, `aws_route53_record.site_${version}`, {
      zoneId: hostedZoneId,
      name: domain,
      type,
      alias: { name: edge.domainName, zoneId: edge.hostedZoneId, evaluateTargetHealth: false },
    });
  }
}
