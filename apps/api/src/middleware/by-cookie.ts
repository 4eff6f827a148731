import type { Context, Next } from "hono";
import type { Guarded } from "../access/access-of.ts";
import type { AccessToken } from "../access/access-token.ts";
import { AppError } from "../errors/app-error.ts";
import type { AppEnv } from "../http/env.ts";
import type { SessionCookies } from "../http/session-cookie.ts";
import { newSessionId } from "../ids/ids.ts";

/** Knows a visitor by cookie, and begins an anonymous session for one that has none. */
export type ByCookie = (
  c: Context<AppEnv>,
  asked: { readonly access: Guarded; readonly next: Next },
) => Promise<void>;

interface CookieCallerConfig {
  readonly cookies: SessionCookies;
  readonly accessToken: AccessToken | undefined;
}

export function createByCookie({ cookies, accessToken }: CookieCallerConfig): ByCookie {
  return async (c, { access, next }) => {
    const cookie = cookies.read(c);
    if (accessToken !== undefined && cookie?.mark !== accessToken.mark) throw signInRequired();
    const { id, mark } = cookie ?? { id: newSessionId(), mark: undefined };
    c.set("sessionId", id);
    await next();
    const isNew = cookie === undefined && access.to !== "visitor";
    if (!isNew && cookie?.stale !== true) return;
    // What came to nothing has begun no session; a caption that failed is there, and says where.
    const begun = c.res.status < 400 || c.res.headers.has("location");
    // What ended a session has said so.
    if (!begun || c.res.headers.has("set-cookie")) return;
    cookies.write(c, { id, mark });
  };
}

function signInRequired(): AppError {
  return new AppError({
    code: "sign_in_required",
    detail:
      "This installation is private. Sign in with its access token on the page or by POST /api/session; a program sends an API key, or the token, as Authorization: Bearer.",
  });
}
