import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group/index.js";
import { Token } from "cdktf";
import { currentAccount } from "../../aws/account.ts";
import { customerKey } from "../../aws/customer-key.ts";
import { defineModule } from "../../terraform/module-definition.ts";
import { DATA_STORE_INPUTS } from "../data-store.ts";
import { naming } from "../project.ts";
import { cacheLogs } from "./logs.ts";
import { cacheNodes } from "./nodes.ts";
import type { ElasticacheProps } from "./props.ts";
import { cacheUsers } from "./users.ts";

const OUTPUTS = {
  replication_group_id: { type: "string", description: "Name of the replication group" },
  primary_endpoint: { type: "string", description: "Host name of the node that takes writes" },
  port: { type: "string", description: "Port of the cache, which speaks TLS only" },
  auth_secret_arn: {
    type: "string",
    description: "ARN of the secret with the username and password of the API",
  },
  security_group_id: { type: "string", description: "ID of the security group of the cache" },
} as const;

/**
 * The cache: Redis. Called as in the article, which leaves its inside open. Its security group lets nobody
 * in; who may come in is for the stack to say.
 */
export const elasticache = (props: ElasticacheProps) =>
  defineModule({
    name: "elasticache",
    inputs: DATA_STORE_INPUTS,
    outputs: OUTPUTS,
    body(scope, inputs) {
      const name = naming(inputs);
      const description = "The cache and its logs";
      const key = props.customerKeys
        ? customerKey(scope, { name: name("cache"), description, account: currentAccount(scope) })
        : undefined;
      const group = new SecurityGroup(scope, "aws_security_group.cache", {
        namePrefix: name("cache-"),
        description: "The cache. It opens no connection of its own.",
        vpcId: inputs.vpc_id,
        tags: { Name: name("cache-sg") },
        lifecycle: { createBeforeDestroy: true },
      });
      const users = cacheUsers(scope, { name, key });
      const logs = cacheLogs(scope, { ...props, name, key });
      const { private_subnets: subnets } = inputs;
      const nodes = cacheNodes(scope, { ...props, name, subnets, group, users, logs, key });
      return {
        replication_group_id: nodes.replicationGroupId,
        primary_endpoint: nodes.primaryEndpointAddress,
        port: Token.asString(nodes.port),
        auth_secret_arn: users.secretArn,
        security_group_id: group.id,
      };
    },
  });
