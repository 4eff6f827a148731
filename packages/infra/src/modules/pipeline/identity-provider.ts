import { DataAwsIamOpenidConnectProvider } from "@cdktf/provider-aws/lib/data-aws-iam-openid-connect-provider/index.js";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider/index.js";
import type { Construct } from "constructs";
import type { PipelineProps } from "./props.ts";

/** Who GitHub says a run is. */
export const ISSUER = "token.actions.githubusercontent.com";

/** Whom a run's token is for. */
export const AUDIENCE = "sts.amazonaws.com";

/** The ARN of the account's provider for GitHub: made here, or there already. AWS takes one an account. */
export function identityProvider(
  scope: Construct,
  { identityProvider: mode }: Pick<PipelineProps, "identityProvider">,
): string {
  const url = `https://${ISSUER}`;
  if (mode === "existing") {
    return new DataAwsIamOpenidConnectProvider(
      scope,
      "data.aws_iam_openid_connect_provider.github",
      { url },
    ).arn;
  }
  return new IamOpenidConnectProvider(scope, "aws_iam_openid_connect_provider.github", {
    url,
    clientIdList: [AUDIENCE],
  }).arn;
}
