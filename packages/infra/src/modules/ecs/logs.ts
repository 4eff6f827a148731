import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import type { Construct } from "constructs";

interface LogGroupProps {
  readonly name: (rest: string) => string;
  /** Days for which a line is kept. */
  readonly days: number;
  readonly key: KmsKey | undefined;
}

/** The log group of a service, `/ecs/<project>-<environment>-<service>`. */
export const logGroup = (
  scope: Construct,
  service: string,
  { name, days, key }: LogGroupProps,
): CloudwatchLogGroup =>
  new CloudwatchLogGroup(scope, `aws_cloudwatch_log_group.${service}`, {
    name: `/ecs/${name(service)}`,
    retentionInDays: days,
    ...(key === undefined ? {} : { kmsKeyId: key.arn }),
  });
