import { Failure } from "../shared/failure.ts";

/** Calls AWS, and turns what a person can do something about into a sentence. */
export async function toldByAws<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw sentenceOf(error) ?? error;
  }
}

function sentenceOf(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  // What the exceptions of all of AWS's clients have, and nothing else has.
  if ("$fault" in error) return new Failure(`AWS refused: ${error.name}: ${error.message}`);
  if (error.name === "CredentialsProviderError") {
    return new Failure(
      `There are no AWS credentials: sign in with "aws sso login", or set AWS_PROFILE. (${error.message})`,
    );
  }
  if ("code" in error && typeof error.code === "string") {
    return new Failure(`AWS cannot be reached: ${error.code}. Check the network.`);
  }
  return undefined;
}
