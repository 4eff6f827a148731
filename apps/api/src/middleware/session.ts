import type { Context } from "hono";
import { getSignedCookie, setSignedCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../http/env.ts";
import { newSessionId } from "../ids/ids.ts";

const COOKIE = "captions_session";
const ONE_YEAR_S = 365 * 24 * 60 * 60;

/** Gives every visitor an anonymous session of their own, in a signed cookie. */
export const session = (key: string) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const known = await getSignedCookie(c, key, COOKIE);
    const id = known || newSessionId();
    c.set("sessionId", id);
    if (!known) {
      await setSignedCookie(c, COOKIE, id, key, {
        httpOnly: true,
        sameSite: "Lax",
        secure: isHttps(c),
        path: "/",
        maxAge: ONE_YEAR_S,
      });
    }
    await next();
  });

function isHttps(c: Context): boolean {
  return (c.req.header("x-forwarded-proto") ?? new URL(c.req.url).protocol).startsWith("https");
}
