import { Subnet } from "@cdktf/provider-aws/lib/subnet/index.js";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import type { Construct } from "constructs";
import { INDEX, ZONES } from "./zones.ts";

interface SubnetsProps {
  readonly name: (rest: string) => string;
  readonly vpc: Vpc;
}

/** Where load balancer and NAT gateways are: one a zone, reached from the Internet. */
export function publicSubnets(scope: Construct, { name, vpc }: SubnetsProps): Subnet {
  return new Subnet(scope, "aws_subnet.public", {
    count: ZONES.count,
    vpcId: vpc.id,
    cidrBlock: `\${cidrsubnet(var.vpc_cidr, 8, ${INDEX})}`,
    availabilityZone: ZONES.current,
    mapPublicIpOnLaunch: true,
    tags: { Name: name(`public-\${${INDEX} + 1}`), Type: "public" },
  });
}

/** Where tasks and databases are: one a zone, with a way out and none in. */
export function privateSubnets(scope: Construct, { name, vpc }: SubnetsProps): Subnet {
  return new Subnet(scope, "aws_subnet.private", {
    count: ZONES.count,
    vpcId: vpc.id,
    // Ten after the public ones, so that neither range runs into the other.
    cidrBlock: `\${cidrsubnet(var.vpc_cidr, 8, ${INDEX} + 10)}`,
    availabilityZone: ZONES.current,
    tags: { Name: name(`private-\${${INDEX} + 1}`), Type: "private" },
  });
}
