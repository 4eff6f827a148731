import { describe, expect, it } from "vitest";
import { AppError } from "../../errors/app-error.ts";
import { isDenied, nameOf, s3Error } from "./s3-error.ts";

/** An error as the SDK throws it. */
const fromS3 = (name: string, httpStatusCode?: number) =>
  Object.assign(new Error(name), { name, $metadata: { httpStatusCode } });

const fromNode = (code: string) => Object.assign(new Error(code), { code });

const told = (error: unknown) => s3Error(error, "photos", "s3:GetObject");

describe("what S3 answered, told to a person", () => {
  it.each([
    ["NoSuchBucket", 404, 'There is no bucket "photos". Check S3_BUCKET and S3_ENDPOINT.'],
    [
      "InvalidAccessKeyId",
      403,
      'The bucket "photos" cannot be used with the service\'s AWS credentials (InvalidAccessKeyId). Check them.',
    ],
    [
      "CredentialsProviderError",
      undefined,
      'The bucket "photos" cannot be used with the service\'s AWS credentials (CredentialsProviderError). Check them.',
    ],
    [
      "PermanentRedirect",
      301,
      'The bucket "photos" is in another region than AWS_REGION says. Set it to the bucket\'s.',
    ],
    [
      "AccessDenied",
      403,
      'The service may not use the bucket "photos" as it has to: its role needs s3:GetObject. Where a scanner\'s tag guards the bucket, set SCANNER=guardduty, too.',
    ],
  ])("names the setting at fault in %s, and does not ask again", (name, status, message) => {
    const cause = fromS3(name, status);
    const error = told(cause);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: "storage_unavailable", message, cause });
    expect(error).not.toMatchObject({ retryable: true });
  });

  it.each([
    ["a server that is too busy", fromS3("SlowDown", 503)],
    ["a server that fails", fromS3("InternalError", 500)],
    ["too many requests", fromS3("TooManyRequests", 429)],
    ["a time limit", fromS3("TimeoutError")],
    ["a connection that is refused", fromNode("ECONNREFUSED")],
    ["a name that nobody knows", fromNode("ENOTFOUND")],
    ["a body that breaks off", fromNode("ERR_STREAM_PREMATURE_CLOSE")],
  ])("says of %s that nothing is lost, and when to try again", (_, cause) => {
    expect(told(cause)).toMatchObject({
      code: "storage_unavailable",
      message: "The storage does not answer as it should. Nothing is lost: try again in a moment.",
      retryable: true,
      retryAfterMs: 5_000,
      cause,
    });
  });

  it.each([
    ["an error that its caller knows", fromS3("NoSuchKey", 404)],
    ["a bug", new TypeError("x is not a function")],
    ["what is no error", "a string"],
    ["a sentence for a person", new AppError({ code: "upload_empty", detail: "It is empty." })],
  ])("leaves %s as it is", (_, error) => {
    expect(told(error)).toBe(error);
  });
});

describe("an error's name", () => {
  it.each([
    ["the SDK's", fromS3("NoSuchUpload", 404), "NoSuchUpload"],
    ["Node's code", fromNode("EPIPE"), "EPIPE"],
    ["S3's code in an answer", Object.assign(new Error("x"), { Code: "SlowDown" }), "SlowDown"],
    ["nothing of what is no error", { name: "NoSuchKey" }, ""],
  ])("is %s", (_, error, name) => {
    expect(nameOf(error)).toBe(name);
  });
});

describe("a refusal", () => {
  it("is known by its status, where the SDK has it", () => {
    expect(isDenied(fromS3("AccessDenied", 403))).toBe(true);
    const raw = Object.assign(new Error("Forbidden"), { $response: { statusCode: 403 } });
    expect(isDenied(raw)).toBe(true);
    expect(isDenied(fromS3("NoSuchKey", 404))).toBe(false);
  });
});
