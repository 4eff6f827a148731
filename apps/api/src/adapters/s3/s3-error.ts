import { AppError } from "../../errors/app-error.ts";

/** How soon it is of use to ask again. */
const AGAIN_MS = 5_000;

/** What Node and the SDK call a connection that could not be made, or was lost. */
const LOST = [
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ERR_STREAM_PREMATURE_CLOSE",
  "TimeoutError",
];

const CREDENTIALS = [
  "CredentialsProviderError",
  "InvalidAccessKeyId",
  "SignatureDoesNotMatch",
  "ExpiredToken",
  "InvalidToken",
];

const OTHER_REGION = ["PermanentRedirect", "AuthorizationHeaderMalformed"];

/** S3's own name of an error, as `NoSuchKey`, or Node's. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const { code, Code } = error as { code?: unknown; Code?: unknown };
  const own = [Code, code].find((each) => typeof each === "string");
  return error.name === "Error" && typeof own === "string" ? own : error.name;
}

function statusOf(error: unknown): number | undefined {
  const { $metadata, $response } = error as {
    $metadata?: { httpStatusCode?: number };
    $response?: { statusCode?: number };
  };
  return $metadata?.httpStatusCode ?? $response?.statusCode;
}

export const isDenied = (error: unknown): boolean => statusOf(error) === 403;

/**
 * What to tell a person when S3 did not do as it was asked. What says nothing we know is given back.
 * @param right what the service needs to be allowed for it, as `s3:GetObject`
 */
export function s3Error(error: unknown, bucket: string, right: string): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const name = nameOf(error);
  const fault = faultOf(name, bucket);
  if (fault !== undefined) return unavailable(fault, error);
  const status = statusOf(error);
  if (status === 403) {
    const detail = `The service may not use the bucket "${bucket}" as it has to: its role needs ${right}. Where a scanner's tag guards the bucket, set SCANNER=guardduty, too.`;
    return unavailable(detail, error);
  }
  const away = status === 429 || (status ?? 0) >= 500 || LOST.includes(name);
  if (!away) return error;
  return new AppError({
    code: "storage_unavailable",
    detail: "The storage does not answer as it should. Nothing is lost: try again in a moment.",
    retryable: true,
    retryAfterMs: AGAIN_MS,
    cause: error,
  });
}

/** What is wrong with the settings, where that is what it is. */
function faultOf(name: string, bucket: string): string | undefined {
  if (name === "NoSuchBucket") {
    return `There is no bucket "${bucket}". Check S3_BUCKET and S3_ENDPOINT.`;
  }
  if (CREDENTIALS.includes(name)) {
    return `The bucket "${bucket}" cannot be used with the service's AWS credentials (${name}). Check them.`;
  }
  if (OTHER_REGION.includes(name)) {
    return `The bucket "${bucket}" is in another region than AWS_REGION says. Set it to the bucket's.`;
  }
  return undefined;
}

/** Trying again does not help: somebody has to set something right. */
const unavailable = (detail: string, cause: unknown) =>
  new AppError({ code: "storage_unavailable", detail, cause });
