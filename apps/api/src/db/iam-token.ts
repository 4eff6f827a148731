/**
 * A token with which RDS lets in the user, by the AWS credentials and the region of this process.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html
 */
export async function signToken(to: {
  readonly hostname: string;
  readonly port: number;
  readonly username: string;
}): Promise<string> {
  // Loaded only where it is used: most databases have a password.
  const { Signer } = await import("@aws-sdk/rds-signer");
  return new Signer(to).getAuthToken();
}
