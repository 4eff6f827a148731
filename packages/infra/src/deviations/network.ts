import type { Json } from "../terraform/configuration.ts";
import type { Deviation } from "./deviation.ts";

/** Where page and API, the database and the cache listen, and where everything on the Internet does. */
const PORTS = { page: 3000, api: 5000, postgres: 5432, redis: 6379, https: 443 };

const ANYWHERE = "0.0.0.0/0";
const VPC = `\${var.vpc_cidr}`;

/** A rule of a security group. Terraform's JSON wants every argument of such a block, the empty ones as null. */
const egress = (
  protocol: string,
  port: number,
  cidr: string,
  description: string | null,
): Json => ({
  cidr_blocks: [cidr],
  description,
  from_port: port,
  ipv6_cidr_blocks: null,
  prefix_list_ids: null,
  protocol,
  security_groups: null,
  self: null,
  to_port: port,
});

const EVERYTHING = [egress("-1", 0, ANYWHERE, null)];

/** The network with no way out but those in use. */
export const networkDeviations = (): readonly Deviation[] => [
  {
    address: "module.networking.aws_subnet.public",
    argument: "map_public_ip_on_launch",
    article: true,
    ours: false,
    reason:
      "Only the load balancer and the NAT gateways are in these subnets, and they bring their own addresses; anything started here by mistake stays off the Internet.",
  },
  {
    address: "module.networking.aws_security_group.alb",
    argument: "egress",
    article: EVERYTHING,
    ours: [egress("tcp", PORTS.page, VPC, "Page"), egress("tcp", PORTS.api, VPC, "API")],
    reason: "The load balancer talks to the tasks and to nobody else.",
  },
  {
    address: "module.networking.aws_security_group.ecs_tasks",
    argument: "egress",
    article: EVERYTHING,
    ours: [
      egress("tcp", PORTS.https, ANYWHERE, "AWS, Gemini and OpenAI"),
      egress("tcp", PORTS.postgres, VPC, "Database"),
      egress("tcp", PORTS.redis, VPC, "Cache"),
    ],
    reason:
      "Tasks decode what strangers upload: should one be taken over, it reaches what the product uses and no more. Name resolution needs no rule, as security groups do not filter it.",
  },
];
