import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import type { Construct } from "constructs";

interface LogsProps {
  readonly name: (rest: string) => string;
  readonly key: KmsKey | undefined;
  readonly logRetentionDays: number;
}

/** Where the cache says what it does, and which commands were slow. */
export const cacheLogs = (scope: Construct, { name, key, logRetentionDays }: LogsProps) =>
  (["engine", "slow"] as const).map((kind) => {
    const group = new CloudwatchLogGroup(scope, `aws_cloudwatch_log_group.${kind}`, {
      name: `/aws/elasticache/${name("redis")}/${kind}`,
      retentionInDays: logRetentionDays,
      ...(key && { kmsKeyId: key.arn }),
    });
    return {
      destination: group.name,
      destinationType: "cloudwatch-logs",
      logFormat: "json",
      logType: `${kind}-log`,
    };
  });
