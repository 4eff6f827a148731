import { currentAccount } from "../../aws/account.ts";
import { parameterArn } from "../../aws/parameter-arn.ts";
import { defineModule } from "../../terraform/module-definition.ts";
import { PROJECT_INPUTS } from "../project.ts";

/**
 * Where the secrets are that people put, and not Terraform: parameters of Systems Manager, whose ARNs are
 * known without them. It makes nothing and reads no value, so none can end up in a plan or a state.
 */
export const secrets = defineModule({
  name: "secrets",
  inputs: PROJECT_INPUTS,
  outputs: {
    google_api_key_arn: { type: "string", description: "ARN of the parameter with Gemini's key" },
    openai_api_key_arn: { type: "string", description: "ARN of the parameter with OpenAI's key" },
    session_secret_arn: {
      type: "string",
      description: "ARN of the parameter with the secret that sessions are signed with",
    },
  },
  body(scope, project) {
    const account = currentAccount(scope);
    const arn = (name: string) => parameterArn(account, project, name);
    return {
      google_api_key_arn: arn("google-api-key"),
      openai_api_key_arn: arn("openai-api-key"),
      session_secret_arn: arn("session-secret"),
    };
  },
});
