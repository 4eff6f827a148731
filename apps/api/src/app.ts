import { captionRoutes } from "./captions/caption.routes.ts";
import type { Deps } from "./deps.ts";
import { healthRoutes } from "./health/health.routes.ts";
import { addDocs } from "./http/docs.ts";
import { onError, onNotFound } from "./http/on-error.ts";
import { createRouter } from "./http/router.ts";
import { limitsRoutes } from "./limits/limits.routes.ts";
import type { MetricsAccess } from "./metrics/metrics.routes.ts";
import { metricsRoutes } from "./metrics/metrics.routes.ts";
import { measureRequests } from "./middleware/measure.ts";
import { requestId } from "./middleware/request-id.ts";
import { session } from "./middleware/session.ts";
import { traceRequests } from "./middleware/trace.ts";
import { partRoutes } from "./uploads/part.routes.ts";
import { uploadRoutes } from "./uploads/upload.routes.ts";

export interface AppKeys {
  /** Signs session cookies. */
  readonly session: string;
  /** Signs upload URLs. */
  readonly uploadUrl: string;
}

/** What a process answers that only makes captions: whether it runs, and whether it can work. */
export function createWorkerApp(
  deps: Pick<Deps, "log" | "ping" | "draining">,
  metrics: MetricsAccess,
) {
  const app = createBase(deps, metrics);
  return app.route("/api", healthRoutes(deps)).route("/api", metricsRoutes(metrics));
}

/** What all requests have in common. */
function createBase({ log }: Pick<Deps, "log">, { prometheus }: MetricsAccess) {
  const base = createRouter();
  base.onError(onError);
  base.notFound(onNotFound(base));
  base.use(requestId(log));
  base.use(traceRequests);
  base.use(measureRequests(prometheus));
  return base;
}

/** The whole HTTP surface under /api. Its type is what the page's client is typed by. */
export function createApp(deps: Deps, keys: AppKeys, metrics: MetricsAccess) {
  const api = createBase(deps, metrics);
  const cookies = session(keys.session);
  api.use("/api/uploads/*", cookies);
  api.use("/api/captions/*", cookies);
  const routed = api
    .route("/api", healthRoutes(deps))
    .route("/api", metricsRoutes(metrics))
    .route("/api", limitsRoutes(deps))
    .route("/api", uploadRoutes(deps, { urlKey: keys.uploadUrl }))
    .route("/api", partRoutes(deps, { urlKey: keys.uploadUrl }))
    .route("/api", captionRoutes(deps));
  addDocs(routed);
  return routed;
}
