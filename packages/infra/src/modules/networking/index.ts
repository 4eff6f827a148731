import { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { defineModule } from "../../terraform/module-definition.ts";
import { everyInstance } from "../../terraform/references.ts";
import { naming, PROJECT_INPUTS } from "../project.ts";
import { internetGateway, natGateways } from "./gateways.ts";
import { privateRoutes, publicRoutes } from "./routes.ts";
import { albSecurityGroup, tasksSecurityGroup } from "./security-groups.ts";
import { privateSubnets, publicSubnets } from "./subnets.ts";

/** A VPC with a public and a private subnet in each zone, and the security groups of load balancer and tasks. */
export const networking = defineModule({
  name: "networking",
  inputs: {
    ...PROJECT_INPUTS,
    vpc_cidr: { type: "string", description: "CIDR block for VPC" },
    availability_zones: { type: "list(string)", description: "List of availability zones" },
  },
  outputs: {
    vpc_id: { type: "string", description: "ID of the VPC" },
    public_subnet_ids: { type: "list(string)", description: "IDs of the public subnets" },
    private_subnet_ids: { type: "list(string)", description: "IDs of the private subnets" },
    alb_security_group_id: { type: "string", description: "ID of the ALB security group" },
    ecs_security_group_id: { type: "string", description: "ID of the ECS security group" },
    private_route_table_ids: {
      type: "list(string)",
      description: "IDs of the route tables of the private subnets",
    },
  },
  body(scope, inputs) {
    const name = naming(inputs);
    const vpc = new Vpc(scope, "aws_vpc.main", {
      cidrBlock: inputs.vpc_cidr,
      enableDnsHostnames: true,
      enableDnsSupport: true,
      tags: { Name: name("vpc") },
    });
    const gateway = internetGateway(scope, { name, vpc });
    const subnets = {
      open: publicSubnets(scope, { name, vpc }),
      closed: privateSubnets(scope, { name, vpc }),
    };
    const nat = natGateways(scope, { name, gateway, subnets: subnets.open });
    publicRoutes(scope, { name, vpc, gateway, subnets: subnets.open });
    const tables = privateRoutes(scope, { name, vpc, nat, subnets: subnets.closed });
    const alb = albSecurityGroup(scope, { name, vpc });
    const tasks = tasksSecurityGroup(scope, { name, vpc, alb });
    return {
      vpc_id: vpc.id,
      public_subnet_ids: everyInstance(subnets.open, "id"),
      private_subnet_ids: everyInstance(subnets.closed, "id"),
      alb_security_group_id: alb.id,
      ecs_security_group_id: tasks.id,
      private_route_table_ids: everyInstance(tables, "id"),
    };
  },
});
