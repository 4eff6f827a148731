import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import type { ApiKeyRecord } from "../ports/api-keys-repository.ts";
import { hashKey, hintOf, isWellFormedKey, lastFourOf } from "./key-text.ts";

/** A program may ask a hundred times a second; who looks at the list wants to know the day. */
const NOTE_EVERY_MS = 60_000;

/**
 * Whose key it is. Its use is noted, to the minute.
 * @param accessMark the mark of the access token that is needed here; null where none is
 * @throws AppError api_key_wrong
 */
export async function identifyKey(
  { apiKeys, now }: Pick<Deps, "apiKeys" | "now">,
  { text, accessMark }: { readonly text: string; readonly accessMark: string | null },
): Promise<ApiKeyRecord> {
  if (!isWellFormedKey(text)) {
    throw wrongKey(
      "The API key is not whole, or has a typing error. Copy it again as it was shown.",
    );
  }
  const key = await apiKeys.findByHash(hashKey(text));
  const hint = hintOf(lastFourOf(text));
  if (key === undefined) {
    throw wrongKey(
      `The API key ${hint} is not known here, or was revoked. Make another on the page under API keys.`,
    );
  }
  if (accessMark !== null && key.accessMark !== accessMark) {
    throw wrongKey(
      `The API key ${hint} was made before this installation's access token was set or changed. Sign in and make another.`,
    );
  }
  await noteUse({ apiKeys, now }, key);
  return key;
}

async function noteUse({ apiKeys, now }: Pick<Deps, "apiKeys" | "now">, key: ApiKeyRecord) {
  const at = now();
  const since = new Date(at.getTime() - NOTE_EVERY_MS);
  if (key.lastUsedAt === null || key.lastUsedAt < since) {
    await apiKeys.noteUse(key.id, { at, since });
  }
}

function wrongKey(detail: string): AppError {
  return new AppError({ code: "api_key_wrong", detail });
}
