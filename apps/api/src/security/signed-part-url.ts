import type { PartToSend } from "../ports/part-store.ts";
import type { UploadTarget } from "../ports/stored-object.ts";
import { requireSignature, signatureOf, VALID_FOR_MS } from "./url-signature.ts";

/** What a part's signed URL allows: these bytes, as this part of the object under this key, until then. */
export interface PartClaims extends PartToSend {
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

/** Makes the URL under which the API itself takes a part: a path on its own origin. */
export function signPartUrl(key: string, now: () => number) {
  return (object: string, { number, bytes }: PartToSend): UploadTarget => {
    const expires = now() + VALID_FOR_MS;
    const query = new URLSearchParams({
      bytes: String(bytes),
      expires: String(expires),
      signature: signatureOf(key, fieldsOf({ key: object, number, bytes, expires })),
    });
    return {
      method: "PUT",
      url: `/api/uploads/${object}/parts/${number}?${query}`,
      headers: {},
      expiresAt: new Date(expires),
    };
  };
}

/**
 * Checks what came with a part's signed URL.
 * @throws AppError upload_url_invalid, upload_url_expired
 */
export function verifyPartUrl(
  key: string,
  now: number,
  { signature, ...claims }: PartClaims & { readonly signature: string },
): PartClaims {
  const { expires, number } = claims;
  const remedy = `Ask for a new URL for part ${number} and send it there.`;
  requireSignature(key, { signature, fields: fieldsOf(claims), expires, now, remedy });
  return claims;
}

const fieldsOf = ({ key, number, bytes, expires }: PartClaims) =>
  ["part", key, number, bytes, expires] as const;
