import { createMiddleware } from "hono/factory";
import type { Logger } from "pino";
import type { AppEnv } from "../http/env.ts";
import { newRequestId } from "../ids/ids.ts";

/** Names each request and logs its end: never a query string, for signed URLs have theirs there. */
export const requestId = (log: Logger) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const id = newRequestId();
    const started = performance.now();
    c.set("requestId", id);
    c.set("log", log.child({ requestId: id }));
    c.header("x-request-id", id);
    await next();
    c.res.headers.set("x-request-id", id);
    const ms = Math.round(performance.now() - started);
    c.get("log").info({ method: c.req.method, path: c.req.path, status: c.res.status, ms });
  });
