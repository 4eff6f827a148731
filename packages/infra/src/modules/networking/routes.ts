import type { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway/index.js";
import type { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway/index.js";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table/index.js";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association/index.js";
import type { Subnet } from "@cdktf/provider-aws/lib/subnet/index.js";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import type { Construct } from "constructs";
import { countOf, sameIndex } from "../../terraform/references.ts";
import { INDEX, ZONES } from "./zones.ts";

const ANYWHERE = "0.0.0.0/0";

interface RoutesProps {
  readonly name: (rest: string) => string;
  readonly vpc: Vpc;
  readonly subnets: Subnet;
}

/** One table for all public subnets, out through the Internet gateway. */
export function publicRoutes(
  scope: Construct,
  { name, vpc, subnets, gateway }: RoutesProps & { readonly gateway: InternetGateway },
): void {
  const table = new RouteTable(scope, "aws_route_table.public", {
    vpcId: vpc.id,
    route: [{ cidrBlock: ANYWHERE, gatewayId: gateway.id }],
    tags: { Name: name("public-rt") },
  });
  new RouteTableAssociation(scope, "aws_route_table_association.public", {
    count: countOf(subnets),
    subnetId: sameIndex(subnets, "id"),
    routeTableId: table.id,
  });
}

/** A table a zone for the private subnets, out through the zone's own NAT gateway. */
export function privateRoutes(
  scope: Construct,
  { name, vpc, subnets, nat }: RoutesProps & { readonly nat: NatGateway },
): RouteTable {
  const tables = new RouteTable(scope, "aws_route_table.private", {
    count: ZONES.count,
    vpcId: vpc.id,
    route: [{ cidrBlock: ANYWHERE, natGatewayId: sameIndex(nat, "id") }],
    tags: { Name: name(`private-rt-\${${INDEX} + 1}`) },
  });
  new RouteTableAssociation(scope, "aws_route_table_association.private", {
    count: countOf(subnets),
    subnetId: sameIndex(subnets, "id"),
    routeTableId: sameIndex(tables, "id"),
  });
  return tables;
}
