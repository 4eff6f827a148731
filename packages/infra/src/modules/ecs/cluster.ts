import type { EcsClusterConfiguration } from "@cdktf/provider-aws/lib/ecs-cluster/index.js";
import { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster/index.js";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import type { Construct } from "constructs";
import { logGroup } from "./logs.ts";

interface ClusterProps {
  readonly name: (rest: string) => string;
  /** Whether each container is watched, and not only the cluster and its services. */
  readonly enhanced: boolean;
  /** Encrypts the record of commands that somebody runs in a task. @default none, and none is kept */
  readonly key: KmsKey | undefined;
  readonly logRetentionDays: number;
}

/** The cluster both services run in, with Container Insights. */
export function cluster(scope: Construct, props: ClusterProps): EcsCluster {
  const { key } = props;
  return new EcsCluster(scope, "aws_ecs_cluster.main", {
    name: props.name("cluster"),
    setting: [{ name: "containerInsights", value: props.enhanced ? "enhanced" : "enabled" }],
    ...(key === undefined ? {} : { configuration: recordedCommands(scope, { ...props, key }) }),
  });
}

/** Services here allow no commands in their tasks; should one do so later, what is typed is on record. */
function recordedCommands(
  scope: Construct,
  props: ClusterProps & { readonly key: KmsKey },
): EcsClusterConfiguration {
  const { name, key, logRetentionDays: days } = props;
  const commands = logGroup(scope, "commands", { name, days, key });
  return {
    executeCommandConfiguration: {
      kmsKeyId: key.arn,
      logging: "OVERRIDE",
      logConfiguration: {
        cloudWatchEncryptionEnabled: true,
        cloudWatchLogGroupName: commands.name,
      },
    },
  };
}
