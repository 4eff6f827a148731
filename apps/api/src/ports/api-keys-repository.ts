import type { ApiKeyScope } from "@caption-generator/schema";

export interface ApiKeyRecord {
  readonly id: string;
  readonly sessionId: string;
  readonly name: string;
  /** SHA-256 of the key, in hex. */
  readonly hash: string;
  /** The key's last four characters. */
  readonly lastFour: string;
  readonly scopes: readonly ApiKeyScope[];
  /** The mark of the access token that its maker had signed in with; null where none was needed. */
  readonly accessMark: string | null;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

export interface ApiKeysQuery {
  readonly sessionId: string;
  readonly limit: number;
  /** Only keys older than this one. */
  readonly after?: { readonly createdAt: Date; readonly id: string };
}

export interface ApiKeysRepository {
  /** Stores a key; false, and nothing done, where its session has `most` of them or more. */
  create(key: ApiKeyRecord, most: number): Promise<boolean>;
  /** A session's keys, newest first. */
  list(query: ApiKeysQuery): Promise<readonly ApiKeyRecord[]>;
  findByHash(hash: string): Promise<ApiKeyRecord | undefined>;
  /** Notes that a key was used, unless it was noted before at `since` or later. */
  noteUse(id: string, use: { readonly at: Date; readonly since: Date }): Promise<void>;
  /** Forgets a session's key; false where it has no such key. */
  remove(key: { readonly sessionId: string; readonly id: string }): Promise<boolean>;
  /** Forgets all keys of a session. */
  removeAll(sessionId: string): Promise<void>;
}
