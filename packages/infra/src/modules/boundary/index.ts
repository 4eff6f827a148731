import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group/index.js";
import { currentAccount } from "../../aws/account.ts";
import { defineModule } from "../../terraform/module-definition.ts";
import { naming, PROJECT_INPUTS } from "../project.ts";
import { interfaceEndpoints, storageEndpoint } from "./endpoints.ts";
import { flowLogs } from "./flow-logs.ts";
import type { BoundaryProps } from "./props.ts";

/** What is around the article's network: ways to AWS that do not leave it, a record of who came and went. */
export const boundary = (props: BoundaryProps) =>
  defineModule({
    name: "boundary",
    inputs: {
      ...PROJECT_INPUTS,
      vpc_id: { type: "string", description: "ID of the VPC" },
      vpc_cidr: { type: "string", description: "CIDR block of the VPC" },
      private_subnets: { type: "list(string)", description: "IDs of the private subnets" },
      private_route_tables: {
        type: "list(string)",
        description: "IDs of the route tables of the private subnets",
      },
    },
    outputs: {
      s3_endpoint_id: { type: "string", description: "ID of the VPC endpoint of S3" },
    },
    body(scope, inputs) {
      const name = naming(inputs);
      const account = currentAccount(scope);
      // Whatever is started without a group of its own gets this one: with no rule, it reaches nothing.
      new DefaultSecurityGroup(scope, "aws_default_security_group.locked", {
        vpcId: inputs.vpc_id,
        tags: { Name: name("default-locked") },
      });
      const storage = storageEndpoint(scope, { name, inputs, region: account.region });
      if (props.interfaceEndpoints.length > 0) {
        const services = props.interfaceEndpoints;
        interfaceEndpoints(scope, { name, inputs, region: account.region, services });
      }
      if (props.flowLogs) flowLogs(scope, { ...props, name, account, vpcId: inputs.vpc_id });
      return { s3_endpoint_id: storage.id };
    },
  });
