import { AppError } from "../errors/app-error.ts";

/** What tells where a request comes from, as its headers have it. */
export interface Origins {
  /** Browsers say it themselves, of every request to https or to their own machine. */
  readonly secFetchSite: string | undefined;
  readonly origin: string | undefined;
  /** The hosts, with their ports, that the page may have been reached at. */
  readonly hosts: readonly (string | undefined)[];
  /** Whether the request came by https. */
  readonly https: boolean;
}

/**
 * Refuses what another site's page has a browser send with its visitor's cookie. A program that is no
 * browser says neither where it comes from nor on whose behalf, and has nobody's cookie but its own.
 * hono/csrf refuses such programs, and takes JSON from everywhere: it relies on preflights alone.
 *
 * @throws AppError cross_site_request
 */
export function requireOwnOrigin(origins: Origins): void {
  if (isOwn(origins)) return;
  const from = origins.origin ?? `a page that the browser calls ${origins.secFetchSite}`;
  const at = origins.hosts.find((host) => host !== undefined) ?? "here";
  throw new AppError({
    code: "cross_site_request",
    detail: `The request was sent by ${from}, and this is ${at}. Send it from its own page, or with an API key and without cookies; behind a proxy that changes the host, set PUBLIC_URL.`,
  });
}

function isOwn({ secFetchSite, origin, hosts, https }: Origins): boolean {
  if (secFetchSite !== undefined) return secFetchSite === "same-origin" || secFetchSite === "none";
  if (origin === undefined) return true;
  const from = URL.parse(origin);
  if (from === null || !["http:", "https:"].includes(from.protocol)) return false;
  // What a page without https says may be what somebody on the way has written.
  if (https && from.protocol === "http:") return false;
  return hosts.some((host) => host !== undefined && isHost(host, from));
}

/** Whether a host is the URL's; the port that goes without saying may be said. */
function isHost(host: string, url: URL): boolean {
  return URL.parse(`${url.protocol}//${host}`)?.host === url.host;
}
