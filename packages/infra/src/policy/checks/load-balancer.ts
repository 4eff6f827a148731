import { argument, blocks, isOn } from "../../inventory/arguments.ts";
import type { Instance } from "../../inventory/instance.ts";
import type { Inventory } from "../../inventory/inventory.ts";
import type { Check } from "../check.ts";

const LB = ["aws_lb"];
const LISTENER = ["aws_lb_listener"];

const redirects = ({ args }: Instance) =>
  blocks(args, "default_action").every(
    (action) => argument(action, "redirect.protocol") === "HTTPS",
  );

/** Whether a firewall looks at what comes in: the balancer's own, or that of the CloudFront before it. */
function isBehindFirewall(balancer: Instance, inventory: Inventory): boolean {
  const own = inventory.referring(balancer, "aws_wafv2_web_acl_association").length > 0;
  const edge = inventory
    .ofType("aws_cloudfront_distribution")
    .some((distribution) => inventory.targets(distribution, "web_acl_id").length > 0);
  return own || edge || isOn(balancer.args, "internal");
}

export const LOAD_BALANCER_CHECKS: readonly Check[] = [
  {
    id: "CKV_AWS_2",
    says: "a listener takes HTTPS, or sends people there",
    types: LISTENER,
    hardened: true,
    holds: (args, { instance }) =>
      ["HTTPS", "TLS"].includes(String(args["protocol"])) || redirects(instance),
  },
  {
    id: "CKV2_AWS_20",
    says: "a listener of plain HTTP sends everybody to HTTPS",
    types: LISTENER,
    hardened: true,
    holds: (args, { instance }) => args["protocol"] !== "HTTP" || redirects(instance),
  },
  {
    id: "CKV_AWS_103",
    says: "a listener of HTTPS takes TLS 1.2 or newer",
    types: LISTENER,
    holds: (args) =>
      args["protocol"] !== "HTTPS" || /TLS13|TLS-1-2|FS-1-2/u.test(String(args["ssl_policy"])),
  },
  {
    id: "CKV_AWS_91",
    says: "a load balancer logs requests",
    types: LB,
    hardened: true,
    holds: (args) => isOn(args, "access_logs.enabled"),
  },
  {
    id: "CKV_AWS_131",
    says: "a load balancer drops headers that are not valid",
    types: LB,
    holds: (args) => isOn(args, "drop_invalid_header_fields"),
  },
  {
    id: "CKV_AWS_150",
    says: "a load balancer cannot be deleted by mistake",
    types: LB,
    hardened: true,
    holds: (args) => isOn(args, "enable_deletion_protection"),
  },
  {
    id: "CKV_AWS_328",
    says: "a load balancer lets no ambiguous request pass",
    types: LB,
    holds: (args) =>
      ["defensive", "strictest"].includes(String(args["desync_mitigation_mode"] ?? "defensive")),
  },
  {
    id: "CKV2_AWS_28",
    says: "a firewall looks at what a public load balancer is sent",
    types: LB,
    hardened: true,
    holds: (_args, { instance, inventory }) => isBehindFirewall(instance, inventory),
  },
];
