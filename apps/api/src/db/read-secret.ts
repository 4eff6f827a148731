/**
 * What AWS Secrets Manager keeps under an ARN, by the AWS credentials of this process; the ARN says the region.
 *
 * @throws AWS's own error where it may not be read, or does not answer
 */
export async function readSecret(arn: string): Promise<string> {
  // Loaded only where it is used: most databases have a password that stays.
  const { GetSecretValueCommand, SecretsManagerClient } = await import(
    "@aws-sdk/client-secrets-manager"
  );
  const region = arn.split(":")[3];
  const client = new SecretsManagerClient(region === undefined ? {} : { region });
  try {
    const { SecretString = "" } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
    return SecretString;
  } finally {
    client.destroy();
  }
}
