import type { Account } from "../../aws/account.ts";
import { parameterArn } from "../../aws/parameter-arn.ts";
import type { Statement } from "../../aws/policy-document.ts";
import type { OptionalSecret } from "../../config/optional-secrets.ts";
import { OPTIONAL_SECRETS } from "../../config/optional-secrets.ts";
import type { Inputs } from "./interface.ts";

/** A secret that the API can do without, and where it is. */
export interface OptionalSecretAt {
  /** Its name in the API's environment. */
  readonly variable: string;
  readonly arn: string;
}

/** Where those are that an environment has its API be given. */
export const optionalSecretsAt = (
  names: readonly OptionalSecret[],
  { inputs, account }: { readonly inputs: Inputs; readonly account: Account },
): readonly OptionalSecretAt[] =>
  names.map((name) => ({
    variable: OPTIONAL_SECRETS[name].variable,
    arn: parameterArn(account, inputs, name),
  }));

/** Names in the API's environment, and where their values come from when a task starts. */
export const backendSecrets = (inputs: Inputs, optional: readonly OptionalSecretAt[]) => [
  { name: "GEMINI_API_KEY", valueFrom: inputs.google_api_key_arn },
  { name: "OPENAI_API_KEY", valueFrom: inputs.openai_api_key_arn },
  { name: "SESSION_SECRET", valueFrom: inputs.session_secret_arn },
  { name: "DATABASE_SECRET", valueFrom: inputs.database_secret_arn },
  { name: "REDIS_SECRET", valueFrom: inputs.redis_secret_arn },
  ...optional.map(({ variable, arn }) => ({ name: variable, valueFrom: arn })),
];

/**
 * The right to read exactly these, whichever key they are encrypted with: KMS decrypts for either service
 * only what is named as theirs.
 */
export function readSecrets(
  inputs: Inputs,
  account: Account,
  optional: readonly OptionalSecretAt[],
): readonly Statement[] {
  const parameters = [
    inputs.google_api_key_arn,
    inputs.openai_api_key_arn,
    inputs.session_secret_arn,
    ...optional.map(({ arn }) => arn),
  ];
  return [
    { Effect: "Allow", Action: ["ssm:GetParameters"], Resource: parameters },
    decrypt(account, "ssm", { "kms:EncryptionContext:PARAMETER_ARN": parameters }),
    ...readFromSecretsManager(account, [inputs.database_secret_arn, inputs.redis_secret_arn]),
  ];
}

/** The right to read exactly these secrets, decrypted. */
export const readFromSecretsManager = (
  account: Account,
  arns: readonly string[],
): readonly Statement[] => [
  { Effect: "Allow", Action: ["secretsmanager:GetSecretValue"], Resource: arns },
  decrypt(account, "secretsmanager", { "kms:EncryptionContext:SecretARN": arns }),
];

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
