import type { LbListener } from "@cdktf/provider-aws/lib/lb-listener/index.js";
import { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule/index.js";
import type { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group/index.js";
import type { Construct } from "constructs";

/** The header that only CloudFront knows the value of. */
const ORIGIN_HEADER = "X-Origin-Verify";

interface RouteProps {
  readonly listener: LbListener;
  /** Rules are tried from the lowest number up. */
  readonly priority: number;
  readonly path: string;
  readonly target: LbTargetGroup;
  /** What the header must say. @default no header is asked for */
  readonly originSecret?: string | undefined;
  /** Whether a deployment moves the rule to another target group, which is then not Terraform's to move back. */
  readonly movedByDeployments: boolean;
}

/** Which requests a service gets. */
export const route = (scope: Construct, service: string, props: RouteProps): LbListenerRule =>
  new LbListenerRule(scope, `aws_lb_listener_rule.${service}`, {
    listenerArn: props.listener.arn,
    priority: props.priority,
    condition: [
      { pathPattern: { values: [props.path] } },
      ...(props.originSecret === undefined
        ? []
        : [{ httpHeader: { httpHeaderName: ORIGIN_HEADER, values: [props.originSecret] } }]),
    ],
    action: [{ type: "forward", targetGroupArn: props.target.arn }],
    ...(props.movedByDeployments ? { lifecycle: { ignoreChanges: ["action"] } } : {}),
  });
