import type { ElasticacheReplicationGroupLogDeliveryConfiguration } from "@cdktf/provider-aws/lib/elasticache-replication-group/index.js";
import { ElasticacheReplicationGroup } from "@cdktf/provider-aws/lib/elasticache-replication-group/index.js";
import { ElasticacheSubnetGroup } from "@cdktf/provider-aws/lib/elasticache-subnet-group/index.js";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import type { SecurityGroup } from "@cdktf/provider-aws/lib/security-group/index.js";
import type { Construct } from "constructs";
import type { ElasticacheProps } from "./props.ts";
import type { CacheUsers } from "./users.ts";

interface NodesProps extends ElasticacheProps {
  readonly name: (rest: string) => string;
  readonly subnets: readonly string[];
  readonly group: SecurityGroup;
  readonly users: CacheUsers;
  readonly logs: ElasticacheReplicationGroupLogDeliveryConfiguration[];
  readonly key: KmsKey | undefined;
}

/** The nodes, of which one takes writes. */
export function cacheNodes(scope: Construct, props: NodesProps): ElasticacheReplicationGroup {
  const { name, nodes, group, users, logs, key } = props;
  const subnetGroup = new ElasticacheSubnetGroup(scope, "aws_elasticache_subnet_group.main", {
    name: name("cache"),
    description: "The private subnets",
    subnetIds: [...props.subnets],
  });
  return new ElasticacheReplicationGroup(scope, "aws_elasticache_replication_group.main", {
    replicationGroupId: name("redis"),
    description: "Captions that were made before, limits, and events between tasks",
    engine: "redis",
    engineVersion: "7.1",
    nodeType: props.nodeType,
    numCacheClusters: nodes,
    automaticFailoverEnabled: nodes > 1,
    multiAzEnabled: nodes > 1,
    port: 6379,
    subnetGroupName: subnetGroup.name,
    securityGroupIds: [group.id],
    transitEncryptionEnabled: true,
    userGroupIds: [users.groupId],
    atRestEncryptionEnabled: "true",
    ...(key && { kmsKeyId: key.arn }),
    snapshotRetentionLimit: props.snapshotDays,
    autoMinorVersionUpgrade: "true",
    logDeliveryConfiguration: logs,
  });
}
