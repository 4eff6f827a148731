import type { Wafv2WebAclRule } from "@cdktf/provider-aws/lib/wafv2-web-acl/index.js";
import { Wafv2WebAcl } from "@cdktf/provider-aws/lib/wafv2-web-acl/index.js";
import type { Construct } from "constructs";
import type { Name } from "./props.ts";

/** How a rule, or all of them, show in CloudWatch. */
const seenAs = (metricName: string) => ({
  metricName,
  cloudwatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
});

/** AWS's sets in the order they are asked, with the rules in them that only count. */
const SETS: Readonly<Record<string, readonly string[]>> = {
  AWSManagedRulesAmazonIpReputationList: [],
  // Log4Shell among them.
  AWSManagedRulesKnownBadInputsRuleSet: [],
  // A photo posted with curl is larger than any form, and its bytes may look like anything.
  AWSManagedRulesCommonRuleSet: [
    "SizeRestrictions_BODY",
    "CrossSiteScripting_BODY",
    "GenericLFI_BODY",
    "GenericRFI_BODY",
  ],
};

const countOnly = (name: string) => ({ name, action_to_use: { count: {} } });

/** CDKTF has no type for statements, which contain each other: inside, names are as in HCL. */
const managedSet = (
  [name, counted]: [string, readonly string[]],
  index: number,
): Wafv2WebAclRule => ({
  name,
  priority: index + 1,
  overrideAction: { none: {} },
  statement: {
    managed_rule_group_statement: {
      vendor_name: "AWS",
      name,
      ...(counted.length === 0 ? {} : { rule_action_override: counted.map(countOnly) }),
    },
  },
  visibilityConfig: seenAs(name),
});

/** Refuses an address that asks too much, before anything costlier is asked. */
const rate = (limit: number): Wafv2WebAclRule => ({
  name: "rate",
  priority: 0,
  action: { block: {} },
  statement: {
    rate_based_statement: { limit, aggregate_key_type: "IP", evaluation_window_sec: 300 },
  },
  visibilityConfig: seenAs("rate"),
});

interface FirewallProps {
  readonly name: Name;
  /** Requests in five minutes after which an address is refused. */
  readonly requestsPerAddress: number;
}

/** The firewall at the edge. CloudFront's is in us-east-1, wherever the rest is. */
export const firewall = (
  scope: Construct,
  { name, requestsPerAddress }: FirewallProps,
): Wafv2WebAcl =>
  new Wafv2WebAcl(scope, "aws_wafv2_web_acl.main", {
    name: name("edge"),
    scope: "CLOUDFRONT",
    defaultAction: { allow: {} },
    rule: [rate(requestsPerAddress), ...Object.entries(SETS).map(managedSet)],
    visibilityConfig: seenAs(name("edge")),
  });
