import { createMiddleware } from "hono/factory";
import { accessOf } from "../access/access-of.ts";
import { requireOwnOrigin } from "../access/own-origin.ts";
import type { AppEnv } from "../http/env.ts";
import { isHttps, ownHosts } from "../http/forwarded.ts";
import { bearerOf } from "./bearer.ts";
import type { ByBearer } from "./by-bearer.ts";
import type { ByCookie } from "./by-cookie.ts";

export interface CallerConfig {
  readonly byBearer: ByBearer;
  readonly byCookie: ByCookie;
  /** The address that browsers see, where it is known. */
  readonly publicUrl: URL | undefined;
}

const CHANGES_NOTHING = ["GET", "HEAD", "OPTIONS"];

/** Knows who asks, by API key, access token or cookie, and lets through what they may ask for. */
export const caller = ({ byBearer, byCookie, publicUrl }: CallerConfig) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const access = accessOf(c.req.method, c.req.path);
    if (access.to === "bearer of the URL") return next();
    const bearer = bearerOf(c.req.header("authorization"));
    if (bearer !== undefined && access.to !== "everyone") {
      await byBearer(c, { bearer, access });
      return next();
    }
    if (!CHANGES_NOTHING.includes(c.req.method)) {
      requireOwnOrigin({
        secFetchSite: c.req.header("sec-fetch-site"),
        origin: c.req.header("origin"),
        hosts: ownHosts(c, publicUrl),
        https: isHttps(c, publicUrl),
      });
    }
    if (access.to === "everyone") return next();
    return byCookie(c, { access, next });
  });
