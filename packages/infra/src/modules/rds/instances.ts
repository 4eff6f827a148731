import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import type { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster/index.js";
import { RdsClusterInstance } from "@cdktf/provider-aws/lib/rds-cluster-instance/index.js";
import type { Construct } from "constructs";
import type { RdsProps } from "./props.ts";

interface InstancesProps extends RdsProps {
  readonly name: (rest: string) => string;
  readonly cluster: RdsCluster;
  readonly key: KmsKey | undefined;
}

/** Readers of the first tiers are kept as large as the writer, so that one can take over at once. */
const FIRST_TIER = 0;
const NEXT_TIER = 1;

/** The writer, and as many readers as are asked for; Aurora puts each in another zone. */
export function databaseInstances(scope: Construct, props: InstancesProps): void {
  const { name, readers } = props;
  const common = instance(props);
  const writer = new RdsClusterInstance(scope, "aws_rds_cluster_instance.writer", {
    ...common,
    identifier: name("database-1"),
    promotionTier: FIRST_TIER,
  });
  if (readers === 0) return;
  new RdsClusterInstance(scope, "aws_rds_cluster_instance.reader", {
    ...common,
    count: readers,
    identifier: name(`database-\${count.index + 2}`),
    promotionTier: NEXT_TIER,
    // The first instance that is there becomes the writer.
    dependsOn: [writer],
  });
}

const instance = ({ cluster, insights, key }: InstancesProps) => ({
  clusterIdentifier: cluster.id,
  engine: cluster.engine,
  engineVersion: cluster.engineVersion,
  instanceClass: "db.serverless",
  publiclyAccessible: false,
  autoMinorVersionUpgrade: true,
  copyTagsToSnapshot: true,
  performanceInsightsEnabled: insights,
  ...(insights && key && { performanceInsightsKmsKeyId: key.arn }),
});
