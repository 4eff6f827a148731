import type { Env } from "../env.ts";
import { StartupError } from "../errors/startup-error.ts";
import { loadSecret } from "../security/secrets.ts";
import { isServer } from "./database.ts";

/**
 * What sessions and URLs are signed with.
 *
 * @throws StartupError where other processes may be there, and could not check what this one signs
 */
export async function openSecret(env: Env): Promise<string> {
  if (isServer(env) && env.ROLE === "api" && env.SESSION_SECRET === undefined) {
    throw new StartupError(
      "SESSION_SECRET is not set, and ROLE=api says that there are other processes: set the same 32 characters or more for all of them (openssl rand -base64 32 makes some).",
    );
  }
  return loadSecret(env.DATA_DIR, env.SESSION_SECRET);
}
