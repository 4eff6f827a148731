import type { SignUpload } from "../ports/object-store.ts";
import type { UploadTarget } from "../ports/stored-object.ts";
import { requireSignature, signatureOf, VALID_FOR_MS } from "./url-signature.ts";

/** What a signed upload URL allows: these bytes, of this type, under this key, until then. */
export interface UploadClaims extends SignUpload {
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

/** Makes the URL under which the API itself takes an upload: a path on its own origin. */
export function signUploadUrl(key: string, now: () => number) {
  return (request: SignUpload): UploadTarget => {
    const expires = now() + VALID_FOR_MS;
    const query = new URLSearchParams({
      bytes: String(request.bytes),
      type: request.type,
      expires: String(expires),
      signature: signatureOf(key, fieldsOf({ ...request, expires })),
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
  const { expires } = claims;
  const remedy = "Declare the upload again.";
  requireSignature(key, { signature, fields: fieldsOf(claims), expires, now, remedy });
  return claims;
}

const fieldsOf = ({ key, type, bytes, expires }: UploadClaims) =>
  ["whole", key, type, bytes, expires] as const;
