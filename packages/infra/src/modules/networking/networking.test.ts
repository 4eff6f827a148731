import { describe, expect, it } from "vitest";
import { environment } from "../../testing/stacks.ts";

const { resource = {}, variable, output } = environment("dev").module("networking");
const at = (type: string, name: string) => resource[type]?.[name] ?? {};

describe("the network", () => {
  it("is one VPC with names that resolve in it", () => {
    expect(at("aws_vpc", "main")).toMatchObject({
      cidr_block: `\${var.vpc_cidr}`,
      enable_dns_hostnames: true,
      enable_dns_support: true,
    });
  });

  it.each(["public", "private"])("has a %s subnet in each zone", (name) => {
    expect(at("aws_subnet", name)).toMatchObject({
      count: `\${length(var.availability_zones)}`,
      availability_zone: `\${var.availability_zones[count.index]}`,
      tags: { Type: name },
    });
  });

  it("keeps the ranges of public and private subnets apart", () => {
    const [open, closed] = ["public", "private"].map(
      (name) => at("aws_subnet", name)["cidr_block"],
    );
    expect(open).toBe(`\${cidrsubnet(var.vpc_cidr, 8, count.index)}`);
    expect(closed).toBe(`\${cidrsubnet(var.vpc_cidr, 8, count.index + 10)}`);
  });

  it("has a NAT gateway in each zone, with an address of its own, once there is a way out", () => {
    expect(at("aws_nat_gateway", "main")).toMatchObject({
      allocation_id: `\${aws_eip.nat[count.index].id}`,
      subnet_id: `\${aws_subnet.public[count.index].id}`,
      depends_on: ["aws_internet_gateway.main"],
    });
    expect(at("aws_eip", "nat")).toMatchObject({
      domain: "vpc",
      depends_on: ["aws_internet_gateway.main"],
    });
  });

  it("leads the public subnets out through the Internet gateway", () => {
    expect(at("aws_route_table", "public")["route"]).toMatchObject([
      { cidr_block: "0.0.0.0/0", gateway_id: `\${aws_internet_gateway.main.id}` },
    ]);
  });

  it("leads each private subnet out through its own zone's NAT gateway", () => {
    expect(at("aws_route_table", "private")["route"]).toMatchObject([
      { cidr_block: "0.0.0.0/0", nat_gateway_id: `\${aws_nat_gateway.main[count.index].id}` },
    ]);
    expect(at("aws_route_table_association", "private")).toEqual({
      count: `\${length(aws_subnet.private)}`,
      subnet_id: `\${aws_subnet.private[count.index].id}`,
      route_table_id: `\${aws_route_table.private[count.index].id}`,
    });
  });

  it("lets the Internet reach the load balancer with HTTP and HTTPS, and nothing else", () => {
    expect(at("aws_security_group", "alb")["ingress"]).toMatchObject([
      { from_port: 80, to_port: 80, protocol: "tcp", cidr_blocks: ["0.0.0.0/0"] },
      { from_port: 443, to_port: 443, protocol: "tcp", cidr_blocks: ["0.0.0.0/0"] },
    ]);
  });

  it("lets the load balancer alone reach page and API", () => {
    const security_groups = [`\${aws_security_group.alb.id}`];
    expect(at("aws_security_group", "ecs_tasks")["ingress"]).toMatchObject([
      { from_port: 3000, to_port: 3000, cidr_blocks: null, security_groups },
      { from_port: 5000, to_port: 5000, cidr_blocks: null, security_groups },
    ]);
  });

  it("names all that it makes after project and environment", () => {
    const names = Object.values(resource)
      .flatMap((named) => Object.values(named))
      .flatMap(({ tags }) => (tags === undefined ? [] : [(tags as { Name: string }).Name]));
    expect(names).toHaveLength(10);
    expect(new Set(names).size).toBe(10);
    for (const name of names)
      expect(name).toMatch(/^\$\{var\.project_name\}-\$\{var\.environment\}-/);
  });

  it("takes the zones as a list", () => {
    expect(variable?.["availability_zones"]?.["type"]).toBe("list(string)");
  });

  it("gives the subnets of all zones to whoever calls it", () => {
    expect(output?.["private_subnet_ids"]?.["value"]).toBe(`\${aws_subnet.private[*].id}`);
  });
});
