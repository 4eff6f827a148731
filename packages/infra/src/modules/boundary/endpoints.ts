import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group/index.js";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint/index.js";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule/index.js";
import { TerraformIterator } from "cdktf";
import type { Construct } from "constructs";

interface EndpointsProps {
  readonly name: (rest: string) => string;
  readonly region: string;
  readonly inputs: {
    readonly vpc_id: string;
    readonly vpc_cidr: string;
    readonly private_subnets: readonly string[];
    readonly private_route_tables: readonly string[];
  };
}

const HTTPS = 443;

/** Uploads and container images come from S3: this way they are not paid for a second time at a NAT gateway. */
export const storageEndpoint = (
  scope: Construct,
  { name, region, inputs }: EndpointsProps,
): VpcEndpoint =>
  new VpcEndpoint(scope, "aws_vpc_endpoint.s3", {
    vpcId: inputs.vpc_id,
    serviceName: `com.amazonaws.${region}.s3`,
    vpcEndpointType: "Gateway",
    routeTableIds: [...inputs.private_route_tables],
    tags: { Name: name("s3-endpoint") },
  });

/** Services that answer under their usual names at addresses in the private subnets. */
export function interfaceEndpoints(
  scope: Construct,
  { name, region, inputs, services }: EndpointsProps & { readonly services: readonly string[] },
): void {
  const group = new SecurityGroup(scope, "aws_security_group.endpoints", {
    namePrefix: name("endpoints-"),
    description: "Endpoints of AWS's services: HTTPS from the VPC",
    vpcId: inputs.vpc_id,
    tags: { Name: name("endpoints-sg") },
    lifecycle: { createBeforeDestroy: true },
  });
  new VpcSecurityGroupIngressRule(scope, "aws_vpc_security_group_ingress_rule.endpoints", {
    securityGroupId: group.id,
    description: "HTTPS from the VPC",
    cidrIpv4: inputs.vpc_cidr,
    ipProtocol: "tcp",
    fromPort: HTTPS,
    toPort: HTTPS,
  });
  const each = TerraformIterator.fromList([...services]);
  new VpcEndpoint(scope, "aws_vpc_endpoint.interface", {
    forEach: each,
    vpcId: inputs.vpc_id,
    serviceName: `com.amazonaws.${region}.${each.value}`,
    vpcEndpointType: "Interface",
    privateDnsEnabled: true,
    subnetIds: [...inputs.private_subnets],
    securityGroupIds: [group.id],
    tags: { Name: name(`${each.value}-endpoint`) },
  });
}
