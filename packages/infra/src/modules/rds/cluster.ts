import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group/index.js";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster/index.js";
import { RdsClusterParameterGroup } from "@cdktf/provider-aws/lib/rds-cluster-parameter-group/index.js";
import type { SecurityGroup } from "@cdktf/provider-aws/lib/security-group/index.js";
import type { Construct } from "constructs";
import { ENGINE } from "./engine.ts";
import { PARAMETERS } from "./parameters.ts";
import type { RdsProps } from "./props.ts";

interface ClusterProps extends RdsProps {
  readonly name: (rest: string) => string;
  readonly subnets: readonly string[];
  readonly group: SecurityGroup;
  readonly key: KmsKey | undefined;
}

/** The storage of the database, with all that is the same for each of its instances. */
export function databaseCluster(scope: Construct, props: ClusterProps): RdsCluster {
  const { name, key } = props;
  const identifier = name("database");
  const log = new CloudwatchLogGroup(scope, "aws_cloudwatch_log_group.postgresql", {
    // RDS writes to this name; were there no such group, it would make one that is never emptied.
    name: `/aws/rds/cluster/${identifier}/postgresql`,
    retentionInDays: props.logRetentionDays,
    ...(key && { kmsKeyId: key.arn }),
  });
  return new RdsCluster(scope, "aws_rds_cluster.main", {
    clusterIdentifier: identifier,
    engine: ENGINE.name,
    engineVersion: ENGINE.version,
    databaseName: "captions",
    masterUsername: "captions",
    // RDS makes the password, keeps it in Secrets Manager and changes it every week: Terraform never has it.
    manageMasterUserPassword: true,
    iamDatabaseAuthenticationEnabled: true,
    ...network(scope, props),
    ...encryption(key),
    ...keeping(identifier, props),
    serverlessv2ScalingConfiguration: scaling(props),
    enabledCloudwatchLogsExports: ["postgresql"],
    dependsOn: [log],
  });
}

function network(scope: Construct, { name, subnets, group }: ClusterProps) {
  const subnetGroup = new DbSubnetGroup(scope, "aws_db_subnet_group.main", {
    name: name("database"),
    description: "The private subnets",
    subnetIds: [...subnets],
  });
  const parameters = new RdsClusterParameterGroup(scope, "aws_rds_cluster_parameter_group.main", {
    namePrefix: name("database-"),
    family: ENGINE.family,
    description: "TLS for every connection, and a log of what is slow",
    parameter: [...PARAMETERS],
    lifecycle: { createBeforeDestroy: true },
  });
  return {
    dbSubnetGroupName: subnetGroup.name,
    dbClusterParameterGroupName: parameters.name,
    vpcSecurityGroupIds: [group.id],
  };
}

const encryption = (key: KmsKey | undefined) => ({
  storageEncrypted: true,
  ...(key && { kmsKeyId: key.arn, masterUserSecretKmsKeyId: key.arn }),
});

/** How long what is in it outlives a mistake. */
const keeping = (identifier: string, { backupDays, protected: kept }: ClusterProps) => ({
  backupRetentionPeriod: backupDays,
  copyTagsToSnapshot: true,
  deletionProtection: kept,
  // Backups that end with the database are no help to one who has deleted it.
  deleteAutomatedBackups: !kept,
  skipFinalSnapshot: !kept,
  ...(kept && { finalSnapshotIdentifier: `${identifier}-final` }),
});

const scaling = ({ minAcu, maxAcu, pauseAfterSeconds }: ClusterProps) => ({
  minCapacity: minAcu,
  maxCapacity: maxAcu,
  ...(minAcu === 0 && { secondsUntilAutoPause: pauseAfterSeconds }),
});
