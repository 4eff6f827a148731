import { createHmac, timingSafeEqual } from "node:crypto";
import { AppError } from "../errors/app-error.ts";
import type { SignUpload, UploadTarget } from "../ports/object-store.ts";

/** Long enough for 25 MiB over a slow phone connection; short enough that a leaked URL is worth little. */
const VALID_FOR_MS = 15 * 60_000;

/** What a signed upload URL allows: these bytes, of this type, under this key, until then. */
export interface UploadClaims extends SignUpload {
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

/** Makes the URL under which the API itself takes an upload: a path on its own origin. */
export function signUploadUrl(key: string, now: () => number) {
  return (request: SignUpload): UploadTarget => {
    const expires = now() + VALID_FOR_MS;
    const signature = signatureOf(key, { ...request, expires });
    const query = new URLSearchParams({
      bytes: String(request.bytes),
      type: request.type,
      expires: String(expires),
      signature,
    });
    return {
      method: "PUT",
      url: `/api/uploads/${request.key}/bytes?${query}`,
      headers: { "content-type": request.type },
      expiresAt: new Date(expires),
    };
  };
}

/**
 * Checks what came with a signed URL.
 * @throws AppError upload_url_invalid, upload_url_expired
 */
export function verifyUploadUrl(
  key: string,
  now: number,
  { signature, ...claims }: UploadClaims & { readonly signature: string },
): UploadClaims {
  const expected = Buffer.from(signatureOf(key, claims));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) {
    throw new AppError({
      code: "upload_url_invalid",
      detail: "This upload URL was not made here, or was changed. Declare the upload again.",
    });
  }
  if (claims.expires < now) {
    throw new AppError({
      code: "upload_url_expired",
      detail: `This upload URL ended at ${new Date(claims.expires).toISOString()}. Declare the upload again.`,
      retryable: true,
    });
  }
  return claims;
}

function signatureOf(key: string, claims: UploadClaims): string {
  // JSON keeps the fields apart: no two claims have the same text.
  const text = JSON.stringify([claims.key, claims.type, claims.bytes, claims.expires]);
  return createHmac("sha256", key).update(text).digest("base64url");
}
