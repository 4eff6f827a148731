import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import { currentAccount } from "../../aws/account.ts";
import { policyDocument } from "../../aws/policy-document.ts";
import type { HclStack } from "../../terraform/hcl-stack.ts";
import type { ValuesOf } from "../../terraform/module-definition.ts";
import { defineModule } from "../../terraform/module-definition.ts";
import { naming, PROJECT_INPUTS } from "../project.ts";
import { AUDIENCE, ISSUER, identityProvider } from "./identity-provider.ts";
import type { PipelineProps } from "./props.ts";
import { roleStatements } from "./role-statements.ts";
import { serviceStatements } from "./service-statements.ts";
import { stateStatements } from "./state-statements.ts";

const OUTPUTS = {
  deploy_role_arn: { type: "string", description: "ARN of the role that the pipeline takes on" },
} as const;

/**
 * The pipeline's way in: a role that runs of one repository take on, in the GitHub environment that is
 * named as ours, for an hour. There is no key. It can deploy this environment, and so make roles that can
 * do more than it can itself: who may run it is decided in GitHub, by the environment's reviewers.
 */
export const pipeline = (props: PipelineProps) =>
  defineModule({
    name: "pipeline",
    inputs: PROJECT_INPUTS,
    outputs: OUTPUTS,
    body: (scope, inputs) => body(scope, inputs, props),
  });

function body(
  scope: HclStack,
  inputs: ValuesOf<typeof PROJECT_INPUTS>,
  props: PipelineProps,
): ValuesOf<typeof OUTPUTS> {
  const account = currentAccount(scope);
  const own = naming(inputs)("deploy");
  const prefix = `${inputs.project_name}-${inputs.environment}`;
  const { environment } = inputs;
  const role = new IamRole(scope, "aws_iam_role.deploy", {
    name: own,
    description: `Deploys ${environment} from ${props.repository}`,
    assumeRolePolicy: policyDocument({
      Effect: "Allow",
      Principal: { Federated: identityProvider(scope, props) },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: {
        StringEquals: {
          [`${ISSUER}:aud`]: AUDIENCE,
          [`${ISSUER}:sub`]: `repo:${props.repository}:environment:${environment}`,
        },
      },
    }),
  });
  new IamRolePolicy(scope, "aws_iam_role_policy.deploy", {
    name: "deploy",
    role: role.id,
    policy: policyDocument(
      ...stateStatements(props.state, account),
      ...serviceStatements({ account, prefix, environment }),
      ...roleStatements({ account, prefix, own }),
    ),
  });
  return { deploy_role_arn: role.arn };
}
