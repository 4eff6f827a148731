import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group/index.js";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import type { Construct } from "constructs";

const ANYWHERE = ["0.0.0.0/0"];

/** The ports of the page and of the API. */
const TASK_PORTS = [3000, 5000];

const tcp = (port: number) => ({ fromPort: port, toPort: port, protocol: "tcp" });

const everything = { fromPort: 0, toPort: 0, protocol: "-1", cidrBlocks: ANYWHERE };

interface SecurityGroupProps {
  readonly name: (rest: string) => string;
  readonly vpc: Vpc;
}

/** The load balancer's: HTTP and HTTPS from anywhere. */
export function albSecurityGroup(
  scope: Construct,
  { name, vpc }: SecurityGroupProps,
): SecurityGroup {
  return new SecurityGroup(scope, "aws_security_group.alb", {
    namePrefix: name("alb-"),
    vpcId: vpc.id,
    ingress: [80, 443].map((port) => ({ ...tcp(port), cidrBlocks: ANYWHERE })),
    egress: [everything],
    tags: { Name: name("alb-sg") },
  });
}

/** The tasks': page and API from the load balancer alone. */
export function tasksSecurityGroup(
  scope: Construct,
  { name, vpc, alb }: SecurityGroupProps & { readonly alb: SecurityGroup },
): SecurityGroup {
  return new SecurityGroup(scope, "aws_security_group.ecs_tasks", {
    namePrefix: name("ecs-tasks-"),
    vpcId: vpc.id,
    ingress: TASK_PORTS.map((port) => ({ ...tcp(port), securityGroups: [alb.id] })),
    egress: [everything],
    tags: { Name: name("ecs-tasks-sg") },
  });
}
