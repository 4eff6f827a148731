import type { Account } from "../../aws/account.ts";
import type { Statement } from "../../aws/policy-document.ts";
import type { Inputs } from "./interface.ts";

/** Names in the API's environment, and where their values come from when a task starts. */
export const backendSecrets = (inputs: Inputs) => [
  { name: "GEMINI_API_KEY", valueFrom: inputs.google_api_key_arn },
  { name: "OPENAI_API_KEY", valueFrom: inputs.openai_api_key_arn },
  { name: "SESSION_SECRET", valueFrom: inputs.session_secret_arn },
  { name: "DATABASE_SECRET", valueFrom: inputs.database_secret_arn },
  { name: "REDIS_SECRET", valueFrom: inputs.redis_secret_arn },
];

/**
 * The right to read exactly these, whichever key they are encrypted with: KMS decrypts for either service
 * only what is named as theirs.
 */
export function readSecrets(inputs: Inputs, account: Account): readonly Statement[] {
  const parameters = [
    inputs.google_api_key_arn,
    inputs.openai_api_key_arn,
    inputs.session_secret_arn,
  ];
  const secrets = [inputs.database_secret_arn, inputs.redis_secret_arn];
  return [
    { Effect: "Allow", Action: ["ssm:GetParameters"], Resource: parameters },
    { Effect: "Allow", Action: ["secretsmanager:GetSecretValue"], Resource: secrets },
    decrypt(account, "ssm", { "kms:EncryptionContext:PARAMETER_ARN": parameters }),
    decrypt(account, "secretsmanager", { "kms:EncryptionContext:SecretARN": secrets }),
  ];
}

const decrypt = (
  { partition, region, id }: Account,
  service: "ssm" | "secretsmanager",
  context: Readonly<Record<string, readonly string[]>>,
): Statement => ({
  Effect: "Allow",
  Action: ["kms:Decrypt"],
  Resource: [`arn:${partition}:kms:${region}:${id}:key/*`],
  Condition: {
    StringEquals: { "kms:ViaService": `${service}.${region}.amazonaws.com`, ...context },
  },
});
