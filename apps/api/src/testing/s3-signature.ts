import { S3Client } from "@aws-sdk/client-s3";
import { S3RequestPresigner } from "@aws-sdk/s3-request-presigner";
import { TEST_CREDENTIALS } from "./moto.ts";

type Signable = Parameters<S3RequestPresigner["presign"]>[0];

/** What is in a signed URL beside what was signed. */
const SIGNING = [
  "X-Amz-Algorithm",
  "X-Amz-Credential",
  "X-Amz-Date",
  "X-Amz-Expires",
  "X-Amz-SignedHeaders",
  "X-Amz-Signature",
];

/**
 * Tells whether a request is as its URL was signed for, as S3 does and its emulator does not: it is signed
 * anew, with what it has and at the time that it names, and has to come to the same.
 */
export function createSignatureCheck() {
  const { config } = new S3Client({ region: "us-east-1", credentials: TEST_CREDENTIALS });
  const presigner = new S3RequestPresigner(config);

  return async function isAsSigned(
    method: string,
    url: string,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): Promise<boolean> {
    const { pathname, searchParams } = new URL(url, "http://s3");
    const signature = searchParams.get("X-Amz-Signature");
    if (signature === null) return true;
    const signed = searchParams.get("X-Amz-SignedHeaders")?.split(";") ?? [];
    const query = [...searchParams].filter(([name]) => !SIGNING.includes(name));
    const request: Signable = {
      ...{ method, protocol: "http:", hostname: "s3", path: pathname },
      query: Object.fromEntries(query),
      headers: Object.fromEntries(signed.map((name) => [name, String(headers[name] ?? "")])),
    };
    const again = await presigner.presign(request, {
      signingDate: dateOf(searchParams.get("X-Amz-Date") ?? ""),
      expiresIn: Number(searchParams.get("X-Amz-Expires")),
      signableHeaders: new Set(signed),
    });
    return again.query?.["X-Amz-Signature"] === signature;
  };
}

/** The time that `20261125T194053Z` is. */
function dateOf(compact: string): Date {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u.exec(compact)?.slice(1) ?? [];
  const [year, month, day, hour, minute, second] = parts;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
