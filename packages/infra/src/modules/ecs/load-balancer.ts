import { Lb } from "@cdktf/provider-aws/lib/lb/index.js";
import type { Construct } from "constructs";
import type { LogBucket } from "../log-bucket.ts";
import { logBucket } from "../log-bucket.ts";

/** Days for which requests are kept on record. */
const ACCESS_LOG_DAYS = 90;

interface LoadBalancerProps {
  readonly name: (rest: string) => string;
  readonly subnets: readonly string[];
  readonly securityGroupId: string;
  readonly deletionProtection: boolean;
  /** Whether each request is written to a bucket. */
  readonly accessLogs: boolean;
}

/** The load balancer in the public subnets. */
export function loadBalancer(scope: Construct, props: LoadBalancerProps): Lb {
  const logs = props.accessLogs ? accessLogs(scope, props.name) : undefined;
  return new Lb(scope, "aws_lb.main", {
    name: props.name("alb"),
    loadBalancerType: "application",
    internal: false,
    securityGroups: [props.securityGroupId],
    subnets: [...props.subnets],
    dropInvalidHeaderFields: true,
    desyncMitigationMode: "defensive",
    enableDeletionProtection: props.deletionProtection,
    ...(logs === undefined
      ? {}
      : { accessLogs: { enabled: true, bucket: logs.bucket.bucket }, dependsOn: [...logs.ready] }),
  });
}

/** The load balancer writes a file into it when it gets the setting, and is refused it when that fails. */
const accessLogs = (scope: Construct, name: (rest: string) => string): LogBucket =>
  logBucket(scope, {
    name: name("alb-logs"),
    days: ACCESS_LOG_DAYS,
    writers: (bucketArn) => [
      {
        Sid: "LoadBalancerLogs",
        Effect: "Allow",
        Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: `${bucketArn}/AWSLogs/*`,
      },
    ],
  });
