import type { AccessToken } from "./access/access-token.ts";
import { createGuessLimit } from "./access/guess-limit.ts";
import { captionRoutes } from "./captions/caption.routes.ts";
import type { Deps } from "./deps.ts";
import { healthRoutes } from "./health/health.routes.ts";
import { addDocs } from "./http/docs.ts";
import { onError, onNotFound } from "./http/on-error.ts";
import { createRouter } from "./http/router.ts";
import { createSessionCookies } from "./http/session-cookie.ts";
import { keyRoutes } from "./keys/key.routes.ts";
import { limitsRoutes } from "./limits/limits.routes.ts";
import type { MetricsAccess } from "./metrics/metrics.routes.ts";
import { metricsRoutes } from "./metrics/metrics.routes.ts";
import { knowAddress } from "./middleware/address.ts";
import { createByBearer } from "./middleware/by-bearer.ts";
import { createByCookie } from "./middleware/by-cookie.ts";
import { caller } from "./middleware/caller.ts";
import { keepPrivate } from "./middleware/keep-private.ts";
import { measureRequests } from "./middleware/measure.ts";
import type { RateLimitConfig } from "./middleware/rate-limit.ts";
import { limitRates } from "./middleware/rate-limit.ts";
import { requestId } from "./middleware/request-id.ts";
import { traceRequests } from "./middleware/trace.ts";
import type { SharedState } from "./ports/shared-state.ts";
import { sessionRoutes } from "./sessions/session.routes.ts";
import { partRoutes } from "./uploads/part.routes.ts";
import { uploadRoutes } from "./uploads/upload.routes.ts";

export interface AppKeys {
  /** Sign session cookies: the first does, and what the others have signed is still taken. */
  readonly session: readonly [string, ...string[]];
  /** Signs upload URLs. */
  readonly uploadUrl: string;
  /** What must be known to be let in, if anything. */
  readonly accessToken: AccessToken | undefined;
  /** The address that browsers see, where it is known. */
  readonly publicUrl: URL | undefined;
}

export interface AppConfig {
  readonly keys: AppKeys;
  readonly metrics: MetricsAccess;
  readonly rates: RateLimitConfig;
  /** Where wrong guesses at the access token are counted. */
  readonly state: SharedState;
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
  base.use(keepPrivate);
  return base;
}

/** The whole HTTP surface under /api. Its type is what the page's client is typed by. */
export function createApp(deps: Deps, { keys, metrics, rates, state }: AppConfig) {
  const api = createBase(deps, metrics);
  const { accessToken, publicUrl } = keys;
  const cookies = createSessionCookies({ keys: keys.session, publicUrl });
  const guesses = createGuessLimit(state);
  const byBearer = createByBearer({ deps, accessToken, guesses });
  const byCookie = createByCookie({ cookies, accessToken });
  const limits = limitRates(rates);
  api.use("/api/*", knowAddress(rates.trustedProxies));
  api.use("/api/*", limits.ofAddress);
  api.use("/api/*", caller({ byBearer, byCookie, publicUrl }));
  api.use("/api/*", limits.ofVisitor);
  const routed = api
    .route("/api", healthRoutes(deps))
    .route("/api", metricsRoutes(metrics))
    .route("/api", limitsRoutes(deps))
    .route("/api", sessionRoutes(deps, { cookies, accessToken, guesses }))
    .route("/api", keyRoutes(deps, { accessMark: accessToken?.mark ?? null }))
    .route("/api", uploadRoutes(deps, { urlKey: keys.uploadUrl }))
    .route("/api", partRoutes(deps, { urlKey: keys.uploadUrl }))
    .route("/api", captionRoutes(deps));
  addDocs(routed);
  return routed;
}
