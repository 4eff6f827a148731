import type { Lb } from "@cdktf/provider-aws/lib/lb/index.js";
import type { LbListener } from "@cdktf/provider-aws/lib/lb-listener/index.js";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record/index.js";
import type { Construct } from "constructs";
import { originName } from "../../config/domain-name.ts";
import type { Site } from "../certificate.ts";
import { certificate } from "../certificate.ts";
import { listener } from "./listener.ts";
import { loadBalancer } from "./load-balancer.ts";

interface EntranceProps {
  readonly name: (rest: string) => string;
  readonly subnets: readonly string[];
  readonly securityGroupId: string;
  readonly deletionProtection: boolean;
  readonly accessLogs: boolean;
  readonly site: Site | undefined;
  readonly behindCdn: boolean;
}

export interface Entrance {
  readonly balancer: Lb;
  readonly listener: LbListener;
  /** The name it is reached under, which its certificate is for where it has one. */
  readonly domainName: string;
  readonly url: string;
}

/** The load balancer, the name it has, and the listener requests come in by. */
export function entrance(scope: Construct, props: EntranceProps): Entrance {
  const balancer = loadBalancer(scope, props);
  const { behindCdn } = props;
  if (props.site === undefined) {
    const open = listener(scope, { balancer, behindCdn });
    const domainName = balancer.dnsName;
    return { balancer, listener: open, domainName, url: `http://${domainName}` };
  }
  const own = ownSite(props.site, behindCdn);
  const secure = listener(scope, {
    balancer,
    behindCdn,
    certificateArn: certificate(scope, own),
  });
  pointTo(scope, balancer, own);
  return { balancer, listener: secure, domainName: own.domain, url: `https://${own.domain}` };
}

const ownSite = ({ domain, hostedZoneId }: Site, behindCdn: boolean): Site => ({
  domain: originName(domain, behindCdn),
  hostedZoneId,
});

const pointTo = (scope: Construct, balancer: Lb, { domain, hostedZoneId }: Site): Route53Record =>
  new Route53Record(scope, "aws_route53_record.load_balancer", {
    zoneId: hostedZoneId,
    name: domain,
    type: "A",
    alias: { name: balancer.dnsName, zoneId: balancer.zoneId, evaluateTargetHealth: true },
  });
