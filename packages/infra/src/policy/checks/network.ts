import { argument, blocks, entries, isSet, numberOf } from "../../inventory/arguments.ts";
import type { Instance } from "../../inventory/instance.ts";
import type { Value, Values } from "../../inventory/value.ts";
import type { Check, Place } from "../check.ts";

const ANYWHERE = ["0.0.0.0/0", "::/0"];
const RANGES = ["cidr_blocks", "ipv6_cidr_blocks", "cidr_ipv4", "cidr_ipv6"];
const GROUPS = ["aws_security_group", "aws_default_security_group"];
const RULES_IN = ["aws_security_group_rule", "aws_vpc_security_group_ingress_rule"];
const RULES_OUT = ["aws_security_group_rule", "aws_vpc_security_group_egress_rule"];

const isAnywhere = (value: Value) => typeof value === "string" && ANYWHERE.includes(value);
const isOpen = (rule: Values) => RANGES.some((range) => entries(rule, range).some(isAnywhere));

/** The rules of one direction that a resource has, or is. */
function rulesOf({ type, args }: Instance, direction: "ingress" | "egress"): readonly Values[] {
  if (GROUPS.includes(type)) return blocks(args, direction);
  if (type === "aws_security_group_rule") return args["type"] === direction ? [args] : [];
  return [args];
}

/** Whether a rule lets in no port but one of these. */
const onlyPorts = (rule: Values, ports: readonly number[]) => {
  const from = numberOf(rule, "from_port");
  return from !== undefined && from === numberOf(rule, "to_port") && ports.includes(from);
};

/** Whether a group, or the group of a rule, is that of a load balancer. */
function isLoadBalancers({ instance, inventory }: Place): boolean {
  const group = GROUPS.includes(instance.type)
    ? instance
    : inventory.targets(instance, "security_group_id")[0];
  if (group === undefined) return false;
  return group.name === "alb" || inventory.referring(group, "aws_lb", "security_groups").length > 0;
}

function isClosed(_args: Values, place: Place): boolean {
  const ports = isLoadBalancers(place) ? [80, 443] : [];
  return rulesOf(place.instance, "ingress")
    .filter(isOpen)
    .every((rule) => onlyPorts(rule, ports));
}

/** Whether something other than a rule uses a group. */
const isUsed = ({ instance, inventory }: Place) =>
  inventory.instances.some(
    (each) =>
      each.type !== "aws_security_group" &&
      !/^aws_(vpc_)?security_group_.*rule$/u.test(each.type) &&
      inventory.targets(each).includes(instance),
  );

export const NETWORK_CHECKS: readonly Check[] = [
  {
    id: "closed-to-the-internet",
    says: "nothing but ports 80 and 443 of the load balancer can be reached from the Internet",
    types: [...GROUPS, ...RULES_IN],
    holds: isClosed,
  },
  {
    id: "CKV_AWS_260",
    says: "port 80 cannot be reached from the Internet",
    types: [...GROUPS, ...RULES_IN],
    hardened: true,
    holds: (_args, { instance }) =>
      !rulesOf(instance, "ingress").some((rule) => isOpen(rule) && onlyPorts(rule, [80])),
  },
  {
    id: "CKV_AWS_382",
    says: "not everything on the Internet can be reached from it, on all ports",
    types: [...GROUPS, ...RULES_OUT],
    holds: (_args, { instance }) =>
      !rulesOf(instance, "egress").some(
        (rule) => isOpen(rule) && String(rule["protocol"] ?? rule["ip_protocol"]) === "-1",
      ),
  },
  {
    id: "CKV_AWS_23",
    says: "a security group and its rules have descriptions",
    types: ["aws_security_group", ...RULES_IN, ...RULES_OUT],
    hardened: true,
    holds: (args, { instance }) =>
      isSet(args, "description") &&
      [...rulesOf(instance, "ingress"), ...rulesOf(instance, "egress")].every((rule) =>
        isSet(rule, "description"),
      ),
  },
  {
    id: "CKV2_AWS_5",
    says: "a security group is used by something",
    types: ["aws_security_group"],
    hardened: true,
    holds: (_args, place) => isUsed(place),
  },
  {
    id: "CKV_AWS_130",
    says: "what is started in a subnet gets no public address by itself",
    types: ["aws_subnet"],
    hardened: true,
    holds: (args) => argument(args, "map_public_ip_on_launch") !== true,
  },
  {
    id: "CKV2_AWS_11",
    says: "connections in a VPC are logged",
    types: ["aws_vpc"],
    hardened: true,
    holds: (_args, { instance, inventory }) =>
      inventory.referring(instance, "aws_flow_log").length > 0,
  },
  {
    id: "CKV2_AWS_12",
    says: "a VPC's default security group lets nothing in or out",
    types: ["aws_vpc"],
    hardened: true,
    holds: (_args, { instance, inventory }) =>
      inventory
        .referring(instance, "aws_default_security_group")
        .some(({ args }) => !isSet(args, "ingress.protocol") && !isSet(args, "egress.protocol")),
  },
];
