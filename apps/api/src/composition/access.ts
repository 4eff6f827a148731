import { createAccessToken } from "../access/access-token.ts";
import type { AppKeys } from "../app.ts";
import type { Env } from "../env.ts";
import { deriveKey } from "../security/secrets.ts";

/** Who is let in and what proves it, from the installation's secret and the settings. */
export function createAccess(env: Env, secret: string): AppKeys {
  const previous = env.SESSION_SECRET_PREVIOUS;
  return {
    session: [
      deriveKey(secret, "session"),
      ...(previous === undefined ? [] : [deriveKey(previous, "session")]),
    ],
    uploadUrl: deriveKey(secret, "upload-url"),
    publicUrl: env.PUBLIC_URL,
    accessToken: env.ACCESS_TOKEN === undefined ? undefined : createAccessToken(env.ACCESS_TOKEN),
  };
}
