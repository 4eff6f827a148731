import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import type { AppEnv } from "../http/env.ts";
import type { Prometheus } from "../metrics/prometheus.ts";

/** Measures every request by its route, of which there are few, and not by its path. */
export const measureRequests = ({ requests }: Pick<Prometheus, "requests">) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const since = performance.now();
    await next();
    requests.observe(
      { method: c.req.method, route: routePath(c, -1), status: String(c.res.status) },
      (performance.now() - since) / 1_000,
    );
  });
