import { CloudfrontDistribution } from "@cdktf/provider-aws/lib/cloudfront-distribution/index.js";
import type { Wafv2WebAcl } from "@cdktf/provider-aws/lib/wafv2-web-acl/index.js";
import type { Construct } from "constructs";
import type { CdnConfig } from "../../config/cdn.ts";
import type { LogBucket } from "../log-bucket.ts";
import { BY_PATH, PAGES } from "./behaviours.ts";
import { origin } from "./origin.ts";
import type { Name } from "./props.ts";

interface DistributionProps {
  readonly name: Name;
  readonly priceClass: CdnConfig["priceClass"];
  /** Where the load balancer is reached. */
  readonly originDomainName: string;
  readonly secret: string;
  /** The site's own name, with its certificate in us-east-1. @default CloudFront's name */
  readonly own?: { readonly domain: string; readonly certificateArn: string } | undefined;
  readonly firewall?: Wafv2WebAcl | undefined;
  readonly logs?: LogBucket | undefined;
}

/** The edge: the static files kept, all else passed on. */
export const distribution = (scope: Construct, props: DistributionProps): CloudfrontDistribution =>
  new CloudfrontDistribution(scope, "aws_cloudfront_distribution.main", {
    enabled: true,
    comment: props.name("edge"),
    httpVersion: "http2and3",
    isIpv6Enabled: true,
    priceClass: props.priceClass,
    origin: [
      origin({
        domainName: props.originDomainName,
        secret: props.secret,
        tls: props.own !== undefined,
      }),
    ],
    defaultCacheBehavior: PAGES,
    orderedCacheBehavior: [...BY_PATH],
    restrictions: { geoRestriction: { restrictionType: "none" } },
    viewerCertificate: viewerCertificate(props.own?.certificateArn),
    ...(props.own === undefined ? {} : { aliases: [props.own.domain] }),
    ...(props.firewall === undefined ? {} : { webAclId: props.firewall.arn }),
    ...(props.logs === undefined ? {} : logging(props.logs)),
  });

/** With CloudFront's own certificate, it alone decides on the version of TLS. */
const viewerCertificate = (certificateArn: string | undefined) =>
  certificateArn === undefined
    ? { cloudfrontDefaultCertificate: true }
    : {
        acmCertificateArn: certificateArn,
        sslSupportMethod: "sni-only",
        minimumProtocolVersion: "TLSv1.2_2021",
      };

const logging = ({ bucket, ready }: LogBucket) => ({
  loggingConfig: { bucket: bucket.bucketDomainName, includeCookies: false },
  dependsOn: [...ready],
});
