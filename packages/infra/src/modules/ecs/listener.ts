import type { Lb } from "@cdktf/provider-aws/lib/lb/index.js";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener/index.js";
import type { Construct } from "constructs";

/** TLS 1.2 and 1.3, without what is known to be weak. */
const TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";

interface ListenerProps {
  readonly balancer: Lb;
  /** @default none: plain HTTP */
  readonly certificateArn?: string | undefined;
  /** Whether nobody but CloudFront is served. */
  readonly behindCdn: boolean;
}

/** What a request gets that no rule lets through. */
const refusal = ({ behindCdn }: ListenerProps) => [
  {
    type: "fixed-response",
    fixedResponse: behindCdn
      ? { contentType: "text/plain", messageBody: "Forbidden", statusCode: "403" }
      : { contentType: "text/plain", messageBody: "Not found", statusCode: "404" },
  },
];

/** The listener that requests are served on: HTTPS where there is a certificate, and HTTP leads there. */
export function listener(scope: Construct, props: ListenerProps): LbListener {
  const loadBalancerArn = props.balancer.arn;
  if (props.certificateArn === undefined) {
    return new LbListener(scope, "aws_lb_listener.http", {
      loadBalancerArn,
      port: 80,
      protocol: "HTTP",
      defaultAction: refusal(props),
    });
  }
  new LbListener(scope, "aws_lb_listener.http", {
    loadBalancerArn,
    port: 80,
    protocol: "HTTP",
    defaultAction: [
      { type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } },
    ],
  });
  return new LbListener(scope, "aws_lb_listener.https", {
    loadBalancerArn,
    port: 443,
    protocol: "HTTPS",
    sslPolicy: TLS_POLICY,
    certificateArn: props.certificateArn,
    defaultAction: refusal(props),
  });
}
