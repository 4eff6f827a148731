import type { ApiKeyScope } from "@caption-generator/schema";

/** Who may send a request. */
export type Access =
  /** Everyone, signed in or not. */
  | { readonly to: "everyone" }
  /** Whoever has the URL: it is signed, for a while. */
  | { readonly to: "bearer of the URL" }
  /** Whoever may use this installation; there is nothing of anybody's in the answer. */
  | { readonly to: "visitor" }
  /** A session, and none of its keys. */
  | { readonly to: "session" }
  /** A session, or a key of it with this scope. */
  | { readonly to: "session or key"; readonly scope: ApiKeyScope };

/** What is let through only for somebody who is known. */
export type Guarded = Exclude<Access, { readonly to: "everyone" | "bearer of the URL" }>;

/** What a load balancer, a collector of metrics or the sign-in form asks for, and what describes the API. */
const FOR_EVERYONE =
  /^(GET \/api\/(health\/(live|ready)|metrics|openapi\.json|docs(\/.*)?)|(GET|POST) \/api\/session|POST \/api\/session\/sign-out)$/u;
const SIGNED = /^PUT \/api\/uploads\/[^/]+\/(bytes|parts\/[^/]+)$/u;
const FOR_VISITORS = /^GET \/api\/limits$/u;
const WITH_SCOPE = /^\S+ \/api\/(uploads|captions)(\/|$)/u;
const READS_CAPTIONS = /^GET \/api\/captions(\/|$)/u;

/** Who may send this request. What nobody thought of is for sessions alone, never for everyone. */
export function accessOf(method: string, path: string): Access {
  const request = `${method === "HEAD" ? "GET" : method} ${path}`;
  if (FOR_EVERYONE.test(request)) return { to: "everyone" };
  if (SIGNED.test(request)) return { to: "bearer of the URL" };
  if (FOR_VISITORS.test(request)) return { to: "visitor" };
  if (!WITH_SCOPE.test(request)) return { to: "session" };
  const scope = READS_CAPTIONS.test(request) ? "captions:read" : "captions:write";
  return { to: "session or key", scope };
}
