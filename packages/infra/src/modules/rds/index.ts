import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group/index.js";
import { Token } from "cdktf";
import type { Construct } from "constructs";
import { currentAccount } from "../../aws/account.ts";
import { customerKey } from "../../aws/customer-key.ts";
import { defineModule } from "../../terraform/module-definition.ts";
import { DATA_STORE_INPUTS } from "../data-store.ts";
import { naming } from "../project.ts";
import { databaseCluster } from "./cluster.ts";
import { databaseInstances } from "./instances.ts";
import type { RdsProps } from "./props.ts";

const OUTPUTS = {
  cluster_identifier: { type: "string", description: "Name of the database cluster" },
  cluster_arn: { type: "string", description: "ARN of the database cluster" },
  endpoint: { type: "string", description: "Host name of the writer" },
  reader_endpoint: {
    type: "string",
    description: "Host name of the readers, or of the only instance",
  },
  port: { type: "string", description: "Port of the database" },
  database_name: { type: "string", description: "Name of the database" },
  master_secret_arn: {
    type: "string",
    description: "ARN of the secret with username and password, which RDS makes and rotates",
  },
  security_group_id: { type: "string", description: "ID of the security group of the database" },
  max_acu: { type: "string", description: "The most capacity the database scales to, in ACU" },
} as const;

/**
 * The database: Aurora PostgreSQL, Serverless v2. Called as in the article, which leaves its inside open. Its
 * security group lets nobody in; who may come in is for the stack to say.
 */
export const rds = (props: RdsProps) =>
  defineModule({
    name: "rds",
    inputs: DATA_STORE_INPUTS,
    outputs: OUTPUTS,
    body(scope, inputs) {
      const name = naming(inputs);
      const key = props.customerKeys ? databaseKey(scope, name) : undefined;
      const group = new SecurityGroup(scope, "aws_security_group.database", {
        namePrefix: name("database-"),
        description: "The database. It opens no connection of its own.",
        vpcId: inputs.vpc_id,
        tags: { Name: name("database-sg") },
        lifecycle: { createBeforeDestroy: true },
      });
      const { private_subnets: subnets } = inputs;
      const cluster = databaseCluster(scope, { ...props, name, subnets, group, key });
      databaseInstances(scope, { ...props, name, cluster, key });
      return {
        cluster_identifier: cluster.clusterIdentifier,
        cluster_arn: cluster.arn,
        endpoint: cluster.endpoint,
        reader_endpoint: cluster.readerEndpoint,
        port: Token.asString(cluster.port),
        database_name: cluster.databaseName,
        master_secret_arn: cluster.masterUserSecret.get(0).secretArn,
        security_group_id: group.id,
        max_acu: String(props.maxAcu),
      };
    },
  });

const databaseKey = (scope: Construct, name: (rest: string) => string): KmsKey =>
  customerKey(scope, {
    name: name("database"),
    description: "The database, its password and its log",
    account: currentAccount(scope),
  });
