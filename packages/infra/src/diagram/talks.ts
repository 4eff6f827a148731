import { blocks, numberOf } from "../inventory/arguments.ts";
import type { Instance } from "../inventory/instance.ts";
import type { Inventory } from "../inventory/inventory.ts";
import { referencesOf, textOf } from "../inventory/value.ts";
import type { Talk } from "./model.ts";
import { OUTSIDE, PEOPLE, uploadBuckets } from "./parts.ts";

const INGRESS = "aws_vpc_security_group_ingress_rule";
/** Stores, and the ports that AWS gives them where none is written. */
const STORES: Readonly<Record<string, number>> = {
  aws_rds_cluster: 5432,
  aws_elasticache_replication_group: 6379,
};

/** Who talks to whom, as security groups, routes and references have it. */
export const talksOf = (inventory: Inventory): readonly Talk[] => [
  ...fromPeople(inventory),
  ...fromEdge(inventory),
  ...fromBalancer(inventory),
  ...fromServices(inventory),
  ...toOutside(inventory),
  ...scans(inventory),
];

/** People come to CloudFront where there is one, and to the load balancer where there is none. */
function fromPeople(inventory: Inventory): readonly Talk[] {
  const edges = inventory.ofType("aws_cloudfront_distribution");
  const doors = edges.length > 0 ? edges : inventory.ofType("aws_lb");
  return [
    ...doors.map(({ address }) => ({ from: PEOPLE, to: address, how: "HTTPS" })),
    ...uploadBuckets(inventory).map(({ address }) => ({
      from: PEOPLE,
      to: address,
      how: "uploads, HTTPS",
    })),
  ];
}

/** CloudFront's origin is the balancer by its own name, or the one whose rules ask for CloudFront's secret. */
function fromEdge(inventory: Inventory): readonly Talk[] {
  return inventory.ofType("aws_cloudfront_distribution").flatMap((edge) =>
    inventory
      .ofType("aws_lb")
      .filter((balancer) => leadsTo(edge, balancer, inventory))
      .map(({ address }) => ({ from: edge.address, to: address, how: "with a secret header" })),
  );
}

function leadsTo(edge: Instance, balancer: Instance, inventory: Inventory): boolean {
  if (inventory.targets(edge, "origin").includes(balancer)) return true;
  const sent = blocks(edge.args, "origin").flatMap((origin) =>
    referencesOf(origin["custom_header"]),
  );
  return inventory
    .ofType("aws_lb_listener_rule")
    .some((rule) => referencesOf(rule.args["condition"]).some((asked) => sent.includes(asked)));
}

/** The balancer talks to the services whose target groups its listeners and rules send to. */
function fromBalancer(inventory: Inventory): readonly Talk[] {
  return inventory.ofType("aws_lb").flatMap((balancer) =>
    inventory.ofType("aws_ecs_service").flatMap((service) => {
      const groups = inventory.targets(service, "load_balancer");
      const isSent = inventory
        .ofType("aws_lb_listener_rule", "aws_lb_listener")
        .some((rule) => inventory.targets(rule).some((target) => groups.includes(target)));
      if (!isSent) return [];
      const port = numberOf(service.args, "load_balancer.container_port");
      return [{ from: balancer.address, to: service.address, how: `port ${port ?? "?"}` }];
    }),
  );
}

/** A service talks to a store that lets its group in and whose name its task is told. */
function fromServices(inventory: Inventory): readonly Talk[] {
  return inventory.ofType("aws_ecs_service").flatMap((service) => {
    const [task] = inventory.targets(service, "task_definition");
    if (task === undefined) return [];
    const told = inventory.targets(task, "container_definitions");
    const stores = inventory
      .ofType(...Object.keys(STORES))
      .filter((store) => told.includes(store))
      .flatMap((store) => wayIn(service, store, inventory));
    const buckets = uploadBuckets(inventory)
      .filter((bucket) => told.includes(bucket))
      .map(({ address }) => ({ from: service.address, to: address, how: bucketWay(inventory) }));
    return [...stores, ...buckets];
  });
}

const bucketWay = (inventory: Inventory): string =>
  inventory.ofType("aws_vpc_endpoint").some(({ args }) => args["vpc_endpoint_type"] !== "Interface")
    ? "gateway endpoint"
    : "HTTPS";

function wayIn(service: Instance, store: Instance, inventory: Inventory): readonly Talk[] {
  const own = inventory.targets(service, "network_configuration");
  const guards = inventory.targets(store).filter(({ type }) => type === "aws_security_group");
  const rule = inventory
    .ofType(INGRESS)
    .find(
      (each) =>
        inventory.targets(each, "security_group_id").some((group) => guards.includes(group)) &&
        inventory
          .targets(each, "referenced_security_group_id")
          .some((group) => own.includes(group)),
    );
  if (rule === undefined) return [];
  const written = numberOf(rule.args, "from_port") ?? numberOf(store.args, "port");
  const how = `TLS, port ${written ?? STORES[store.type]}`;
  return [{ from: service.address, to: store.address, how }];
}

/** Whoever has a key for somebody outside reaches them where private routes lead to a NAT gateway. */
function toOutside(inventory: Inventory): readonly Talk[] {
  const hasWay = inventory
    .ofType("aws_route_table", "aws_route")
    .some((table) => inventory.targets(table).some(({ type }) => type === "aws_nat_gateway"));
  if (!hasWay) return [];
  return inventory
    .ofType("aws_ecs_service")
    .filter((service) =>
      inventory
        .targets(service, "task_definition")
        .some(({ args }) => /_API_KEY\b/u.test(textOf(args["container_definitions"]))),
    )
    .map(({ address }) => ({ from: address, to: OUTSIDE, how: "NAT, HTTPS" }));
}

const scans = (inventory: Inventory): readonly Talk[] =>
  inventory.ofType("aws_guardduty_malware_protection_plan").flatMap((plan) =>
    inventory
      .targets(plan, "protected_resource")
      .filter(({ type }) => type === "aws_s3_bucket")
      .map(({ address }) => ({ from: plan.address, to: address, how: "scans and tags" })),
  );
