import type { CreateApiKey, CreatedApiKey } from "@caption-generator/schema";
import { MAX_API_KEYS } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import { newApiKeyId } from "../ids/ids.ts";
import type { ApiKeyRecord } from "../ports/api-keys-repository.ts";
import { hashKey, lastFourOf, newKeyText } from "./key-text.ts";
import { toApiKey } from "./to-api-key.ts";

/**
 * Makes a key that acts as the session. This is the only time that it can be seen.
 * @throws AppError too_many_api_keys
 */
export async function createKey(
  { apiKeys, now }: Pick<Deps, "apiKeys" | "now">,
  input: {
    readonly sessionId: string;
    /** The mark of the access token the session has signed in with. */
    readonly accessMark: string | null;
    readonly asked: CreateApiKey;
  },
): Promise<CreatedApiKey> {
  const { sessionId, accessMark, asked } = input;
  const key = newKeyText();
  const record: ApiKeyRecord = {
    id: newApiKeyId(),
    sessionId,
    name: asked.name,
    hash: hashKey(key),
    lastFour: lastFourOf(key),
    scopes: asked.scopes,
    accessMark,
    createdAt: now(),
    lastUsedAt: null,
  };
  if (!(await apiKeys.create(record, MAX_API_KEYS))) {
    throw new AppError({
      code: "too_many_api_keys",
      detail: `There are ${MAX_API_KEYS} API keys already, and no more are possible. Revoke one that is not used any more.`,
    });
  }
  return { ...toApiKey(record), key };
}
