import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { signValue, verifyValue } from "../security/signed-value.ts";
import type { AppEnv } from "./env.ts";
import { isHttps } from "./forwarded.ts";

const NAME = "captions_session";
const ONE_YEAR_S = 365 * 24 * 60 * 60;
const SHAPE = /^(?<id>ses_[0-9A-Za-z]{20})(?:~(?<mark>[\w-]{22}))?$/u;

export interface CookieConfig {
  /** What cookies are signed with: the first signs, the others are still taken. */
  readonly keys: readonly [string, ...string[]];
  /** The address that browsers see, where it is known. */
  readonly publicUrl: URL | undefined;
}

/** What a cookie says, and we have signed. */
export interface SessionCookie {
  readonly id: string;
  /** The mark of the access token that was signed in with. */
  readonly mark: string | undefined;
}

export interface ReadCookie extends SessionCookie {
  /** Whether it was signed with a key that is on its way out. */
  readonly stale: boolean;
}

/** The session's cookie on requests and answers. A forged one is as good as none. */
export function createSessionCookies({ keys, publicUrl }: CookieConfig) {
  // With the prefix, no other site of the same domain and nobody on the way can plant a cookie.
  const prefixOf = (c: Context<AppEnv>) => (isHttps(c, publicUrl) ? "host" : undefined);

  function read(c: Context<AppEnv>): ReadCookie | undefined {
    const signed = getCookie(c, NAME, prefixOf(c));
    if (signed === undefined) return undefined;
    for (const [age, key] of keys.entries()) {
      const { id, mark } = SHAPE.exec(verifyValue(key, signed) ?? "")?.groups ?? {};
      if (id !== undefined) return { id, mark, stale: age > 0 };
    }
    return undefined;
  }

  function write(c: Context<AppEnv>, { id, mark }: SessionCookie): void {
    const value = mark === undefined ? id : `${id}~${mark}`;
    const prefix = prefixOf(c);
    setCookie(c, NAME, signValue(keys[0], value), {
      ...OPTIONS,
      maxAge: ONE_YEAR_S,
      ...(prefix === undefined ? {} : { prefix, secure: true }),
    });
  }

  function clear(c: Context<AppEnv>): void {
    const prefix = prefixOf(c);
    deleteCookie(c, NAME, {
      ...OPTIONS,
      ...(prefix === undefined ? {} : { prefix, secure: true }),
    });
  }

  return { read, write, clear };
}

const OPTIONS = { httpOnly: true, sameSite: "Lax", path: "/" } as const;

export type SessionCookies = ReturnType<typeof createSessionCookies>;
