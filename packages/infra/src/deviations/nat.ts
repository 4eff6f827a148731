import type { NetworkConfig } from "../config/network.ts";
import type { Json } from "../terraform/configuration.ts";
import type { Deviation } from "./deviation.ts";

const GATEWAYS = "module.networking.aws_nat_gateway.main";
const ADDRESSES = "module.networking.aws_eip.nat";
const ROUTES = "module.networking.aws_route_table.private";

const OWN_GATEWAY = `\${aws_nat_gateway.main[count.index].id}`;
const ONE_A_ZONE = `\${length(var.availability_zones)}`;

const SINGLE =
  "One way out for all zones saves the others' price: if its zone fails, tasks in the others lose the Internet.";
const NONE =
  "Tasks reach AWS through endpoints, and nothing else: it saves all NAT gateways, and leaves no way to Gemini and OpenAI.";

/** The NAT gateways where there is not one a zone, as there is in the article. */
export function natDeviations({
  natGateways,
}: Pick<NetworkConfig, "natGateways">): readonly Deviation[] {
  switch (natGateways) {
    case "per-zone":
      return [];
    case "single":
      return [
        ...counts(1, SINGLE),
        {
          address: ROUTES,
          argument: "route.nat_gateway_id",
          article: OWN_GATEWAY,
          ours: `\${aws_nat_gateway.main[0].id}`,
          reason: SINGLE,
        },
      ];
    case "none":
      return [
        ...counts(0, NONE),
        { address: ROUTES, argument: "route", article: ROUTE_OUT, ours: [], reason: NONE },
      ];
  }
}

const counts = (ours: number, reason: string): readonly Deviation[] =>
  [GATEWAYS, ADDRESSES].map((address) => ({
    address,
    argument: "count",
    article: ONE_A_ZONE,
    ours,
    reason,
  }));

/** The article's route, with the arguments it leaves out. Terraform's JSON wants them all, as null. */
const ROUTE_OUT: Json = [
  {
    carrier_gateway_id: null,
    cidr_block: "0.0.0.0/0",
    core_network_arn: null,
    destination_prefix_list_id: null,
    egress_only_gateway_id: null,
    gateway_id: null,
    ipv6_cidr_block: null,
    local_gateway_id: null,
    nat_gateway_id: OWN_GATEWAY,
    network_interface_id: null,
    transit_gateway_id: null,
    vpc_endpoint_id: null,
    vpc_peering_connection_id: null,
  },
];
