import type { ApiKey } from "@caption-generator/schema";
import type { ApiKeyRecord } from "../ports/api-keys-repository.ts";
import { hintOf } from "./key-text.ts";

/** A key as its owner sees it again and again: never the key itself, nor its hash. */
export function toApiKey(key: ApiKeyRecord): ApiKey {
  return {
    id: key.id,
    name: key.name,
    hint: hintOf(key.lastFour),
    scopes: [...key.scopes],
    createdAt: key.createdAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  };
}
