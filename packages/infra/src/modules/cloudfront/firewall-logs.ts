import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import type { Wafv2WebAcl } from "@cdktf/provider-aws/lib/wafv2-web-acl/index.js";
import { Wafv2WebAclLoggingConfiguration } from "@cdktf/provider-aws/lib/wafv2-web-acl-logging-configuration/index.js";
import type { Construct } from "constructs";
import { currentAccount } from "../../aws/account.ts";
import { customerKey } from "../../aws/customer-key.ts";
import type { CloudfrontProps, Name } from "./props.ts";

interface FirewallLogsProps extends Pick<CloudfrontProps, "customerKeys" | "logRetentionDays"> {
  readonly name: Name;
  readonly firewall: Wafv2WebAcl;
}

/** What says who somebody is, and is nobody's business who reads a log. */
const HIDDEN = ["authorization", "cookie"];
/** What a rule refused, or would have refused were it not told to count only. */
const WRITTEN = ["BLOCK", "COUNT", "EXCLUDED_AS_COUNT"];

/** Which requests the firewall refused, and which rule did: CloudFront logs the others. */
export function firewallLogs(scope: Construct, props: FirewallLogsProps): void {
  const { name, firewall, logRetentionDays } = props;
  const key = props.customerKeys
    ? customerKey(scope, {
        name: name("edge-firewall"),
        description: "Log of the firewall at the edge",
        account: currentAccount(scope),
      })
    : undefined;
  const group = new CloudwatchLogGroup(scope, "aws_cloudwatch_log_group.firewall", {
    // AWS takes no log of a firewall whose name begins otherwise.
    name: `aws-waf-logs-${name("edge")}`,
    retentionInDays: logRetentionDays,
    ...(key && { kmsKeyId: key.arn }),
  });
  new Wafv2WebAclLoggingConfiguration(scope, "aws_wafv2_web_acl_logging_configuration.main", {
    resourceArn: firewall.arn,
    logDestinationConfigs: [group.arn],
    redactedFields: HIDDEN.map((header) => ({ singleHeader: { name: header } })),
    loggingFilter: {
      defaultBehavior: "DROP",
      filter: [
        {
          behavior: "KEEP",
          requirement: "MEETS_ANY",
          condition: WRITTEN.map((action) => ({ actionCondition: { action } })),
        },
      ],
    },
  });
}
