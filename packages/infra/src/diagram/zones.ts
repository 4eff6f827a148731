import type { Instance } from "../inventory/instance.ts";
import type { Inventory } from "../inventory/inventory.ts";
import { textOf } from "../inventory/value.ts";
import type { Zone } from "./model.ts";

const range = ({ args }: Instance): string => textOf(args["cidr_block"]);

/** Whether a subnet's routes lead out through the VPC's own gateway. */
function isPublic(subnet: Instance, inventory: Inventory): boolean {
  return inventory
    .referring(subnet, "aws_route_table_association", "subnet_id")
    .flatMap((association) => inventory.targets(association, "route_table_id"))
    .flatMap((table) => inventory.targets(table))
    .some(({ type }) => type === "aws_internet_gateway");
}

/** The zones of the network, as its subnets and their routes show them. */
export function zonesOf(inventory: Inventory): readonly Zone[] {
  const subnets = inventory.ofType("aws_subnet");
  const open = subnets.filter((subnet) => isPublic(subnet, inventory));
  const closed = subnets.filter((subnet) => !open.includes(subnet));
  const zoneOf = ({ args }: Instance) => textOf(args["availability_zone"]);
  return open.map((subnet) => {
    const inner = closed.find((each) => zoneOf(each) === zoneOf(subnet));
    return {
      publicRange: range(subnet),
      privateRange: inner === undefined ? "" : range(inner),
      nat: inventory.referring(subnet, "aws_nat_gateway", "subnet_id").length > 0,
    };
  });
}
