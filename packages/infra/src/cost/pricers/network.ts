import { argument, blocks, entries, isOn } from "../../inventory/arguments.ts";
import type { Instance } from "../../inventory/instance.ts";
import { always, HOURS } from "../line.ts";
import type { Charge, Pricers, Surroundings } from "../pricer.ts";

const MILLION = 1e6;

function loadBalancer({ args }: Instance, { usage }: Surroundings): readonly Charge[] | string {
  const kind = argument(args, "load_balancer_type") ?? "application";
  if (kind !== "application")
    return `there is no price for a load balancer of type ${String(kind)}`;
  const addresses = isOn(args, "internal") ? 0 : entries(args, "subnets").length;
  return [
    { what: "load balancer", quantity: always(1), hours: HOURS, price: "alb" },
    { what: "its load, LCU", quantity: always(usage.albLcu), hours: HOURS, price: "albLcu" },
    {
      what: "public addresses, one a zone",
      quantity: always(addresses),
      hours: HOURS,
      price: "publicAddress",
    },
  ];
}

/** The traffic is the same however many gateways share it. */
function gateway(instance: Instance, { inventory, usage }: Surroundings): readonly Charge[] {
  const share = usage.natGb / inventory.ofType(instance.type).length;
  return [
    { what: "NAT gateways", quantity: always(1), hours: HOURS, price: "nat" },
    { what: "traffic through them, GB", quantity: always(share), price: "natGb" },
    { what: "traffic to the Internet, GB", quantity: always(share), price: "outToInternet" },
  ];
}

function endpoint({ args }: Instance, { usage }: Surroundings): readonly Charge[] | string {
  const kind = argument(args, "vpc_endpoint_type") ?? "Gateway";
  if (kind === "Gateway") return [];
  if (kind !== "Interface") return `there is no price for an endpoint of type ${String(kind)}`;
  return [
    {
      what: "endpoint, one a zone",
      quantity: always(entries(args, "subnet_ids").length),
      hours: HOURS,
      price: "interfaceEndpoint",
    },
    { what: "traffic, GB", quantity: always(usage.endpointGb), price: "interfaceEndpointGb" },
  ];
}

/** Written to CloudWatch, they are paid with the log group. */
const flowLog = ({ args }: Instance, { usage }: Surroundings): readonly Charge[] =>
  argument(args, "log_destination_type") === "s3"
    ? [{ what: "flow logs, GB", quantity: always(usage.flowLogsGb), price: "flowLogsToS3" }]
    : [];

const firewall = ({ args }: Instance, { usage }: Surroundings): readonly Charge[] => [
  { what: "web ACL", quantity: always(1), price: "webAcl" },
  { what: "rules", quantity: always(blocks(args, "rule").length), price: "wafRule" },
  {
    what: "requests, millions",
    quantity: always(usage.cloudFrontRequests / MILLION),
    price: "wafRequests",
  },
];

export const NETWORK: Pricers = {
  aws_lb: loadBalancer,
  aws_nat_gateway: gateway,
  aws_eip: () => [
    { what: "public addresses", quantity: always(1), hours: HOURS, price: "publicAddress" },
  ],
  aws_vpc: (_instance, { usage }) => [
    {
      what: "traffic between zones, GB",
      quantity: always(usage.betweenZonesGb),
      price: "betweenZones",
    },
  ],
  aws_vpc_endpoint: endpoint,
  aws_flow_log: flowLog,
  aws_wafv2_web_acl: firewall,
  aws_cloudfront_distribution: (_instance, { usage }) => [
    { what: "traffic, GB", quantity: always(usage.cloudFrontGb), price: "cloudFrontGb" },
    {
      what: "requests, millions",
      quantity: always(usage.cloudFrontRequests / MILLION),
      price: "cloudFrontRequests",
    },
  ],
  aws_cloudfront_function: (_instance, { usage }) => [
    {
      what: "calls, millions",
      quantity: always(usage.cloudFrontRequests / MILLION),
      price: "cloudFrontFunction",
    },
  ],
  aws_route53_zone: (_instance, { usage }) => [
    { what: "hosted zone", quantity: always(1), price: "hostedZone" },
    {
      what: "queries, millions",
      quantity: always(usage.dnsQueries / MILLION),
      price: "dnsQueries",
    },
  ],
};
