import { Eip } from "@cdktf/provider-aws/lib/eip/index.js";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway/index.js";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway/index.js";
import type { Subnet } from "@cdktf/provider-aws/lib/subnet/index.js";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import type { Construct } from "constructs";
import { sameIndex } from "../../terraform/references.ts";
import { INDEX, ZONES } from "./zones.ts";

type Name = (rest: string) => string;

/** The VPC's door to the Internet. */
export function internetGateway(
  scope: Construct,
  { name, vpc }: { readonly name: Name; readonly vpc: Vpc },
): InternetGateway {
  return new InternetGateway(scope, "aws_internet_gateway.main", {
    vpcId: vpc.id,
    tags: { Name: name("igw") },
  });
}

interface NatProps {
  readonly name: Name;
  readonly gateway: InternetGateway;
  readonly subnets: Subnet;
}

/** A way out for the private subnets: one a zone, so that no zone depends on another. */
export function natGateways(scope: Construct, { name, gateway, subnets }: NatProps): NatGateway {
  const addresses = new Eip(scope, "aws_eip.nat", {
    count: ZONES.count,
    domain: "vpc",
    tags: { Name: name(`nat-eip-\${${INDEX} + 1}`) },
    dependsOn: [gateway],
  });
  return new NatGateway(scope, "aws_nat_gateway.main", {
    count: ZONES.count,
    allocationId: sameIndex(addresses, "id"),
    subnetId: sameIndex(subnets, "id"),
    tags: { Name: name(`nat-\${${INDEX} + 1}`) },
    dependsOn: [gateway],
  });
}
