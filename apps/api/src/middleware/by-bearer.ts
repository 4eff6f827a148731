import type { Context } from "hono";
import type { Guarded } from "../access/access-of.ts";
import type { AccessToken } from "../access/access-token.ts";
import { checkGuess } from "../access/check-guess.ts";
import type { GuessLimit } from "../access/guess-limit.ts";
import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import type { AppEnv } from "../http/env.ts";
import { identifyKey } from "../keys/identify-key.ts";
import { looksLikeKey } from "../keys/key-text.ts";
import type { ApiKeyRecord } from "../ports/api-keys-repository.ts";

/** Lets a program through, by its API key or by the installation's access token. Cookies are not looked at. */
export type ByBearer = (
  c: Context<AppEnv>,
  asked: { readonly bearer: string; readonly access: Guarded },
) => Promise<void>;

interface BearerConfig {
  readonly deps: Pick<Deps, "apiKeys" | "now">;
  readonly accessToken: AccessToken | undefined;
  readonly guesses: GuessLimit;
}

export function createByBearer({ deps, accessToken, guesses }: BearerConfig): ByBearer {
  return async (c, { bearer, access }) => {
    if (looksLikeKey(bearer)) {
      const accessMark = accessToken?.mark ?? null;
      const key = await identifyKey(deps, { text: bearer, accessMark });
      requireScope(key, access);
      c.set("sessionId", key.sessionId);
      c.set("keyId", key.id);
      return;
    }
    if (accessToken === undefined) {
      throw new AppError({
        code: "api_key_wrong",
        detail:
          "What was sent as Bearer is none of our API keys: these begin with cg_. Make one on the page under API keys, or leave the Authorization header out.",
      });
    }
    await checkGuess({ accessToken, guesses }, { given: bearer, address: c.get("address") });
    c.set("sessionId", accessToken.sessionId);
  };
}

/** @throws AppError session_required, scope_missing */
function requireScope({ scopes, name }: ApiKeyRecord, access: Guarded) {
  if (access.to === "session") {
    throw new AppError({
      code: "session_required",
      detail:
        "An API key cannot do this; a leaked one must not make others or delete everything. Do it on the page.",
    });
  }
  if (access.to === "visitor" || scopes.includes(access.scope)) return;
  throw new AppError({
    code: "scope_missing",
    detail: `The API key "${name}" has the scopes ${scopes.join(", ")}, and this needs ${access.scope}. Make a key that has it.`,
  });
}
