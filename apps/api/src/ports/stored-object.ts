/** Where and how a client sends bytes: one request with exactly these headers. */
export interface UploadTarget {
  readonly method: "PUT";
  /** Absolute, or a path on the API's own origin. */
  readonly url: string;
  /** The headers the client must send, exactly. */
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresAt: Date;
}

/** What a store keeps under a key: a whole object, or what came of one in parts. */
export interface StoredItem {
  readonly key: string;
  /** The name that its sending in parts was given; undefined for a whole object. */
  readonly multipartId: string | undefined;
  /** When it came, or when it was begun where it is in parts. */
  readonly at: Date;
}

export interface StoredObject {
  readonly bytes: number;
  /** SHA-256 of the content in hex; null where the store did not see the content as a whole. */
  readonly sha256: string | null;
}
