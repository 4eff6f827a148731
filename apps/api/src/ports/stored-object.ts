/** Where and how a client sends bytes: one request with exactly these headers. */
export interface UploadTarget {
  readonly method: "PUT";
  /** Absolute, or a path on the API's own origin. */
  readonly url: string;
  /** The headers the client must send, exactly. */
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresAt: Date;
}

export interface StoredObject {
  readonly bytes: number;
  /** SHA-256 of the content in hex; null where the store did not see the content as a whole. */
  readonly sha256: string | null;
}
