import { describe, expect, it } from "vitest";
import { environment } from "../testing/stacks.ts";

const ENDPOINTS = ["ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm"];

function network(natGateways: string) {
  const owner = { environments: { dev: { natGateways, interfaceEndpoints: ENDPOINTS } } };
  const { resource = {} } = environment("dev", owner).module("networking");
  return {
    gateways: resource["aws_nat_gateway"]?.["main"]?.["count"],
    addresses: resource["aws_eip"]?.["nat"]?.["count"],
    routes: resource["aws_route_table"]?.["private"]?.["route"],
  };
}

describe("NAT gateways", () => {
  it("are one a zone as in the article, unless somebody says otherwise", () => {
    const each = `\${length(var.availability_zones)}`;
    expect(network("per-zone")).toMatchObject({ gateways: each, addresses: each });
  });

  it("can be a single one, through which every zone goes out", () => {
    expect(network("single")).toMatchObject({
      gateways: 1,
      addresses: 1,
      routes: [{ cidr_block: "0.0.0.0/0", nat_gateway_id: `\${aws_nat_gateway.main[0].id}` }],
    });
  });

  it("can be none, with no way out of the private subnets", () => {
    expect(network("none")).toEqual({ gateways: 0, addresses: 0, routes: [] });
  });
});
