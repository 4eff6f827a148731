/** What is counted apart: what costs little, what costs room, and what costs money. */
export type Kind = "requests" | "uploads" | "captions";

const SPENDING = /^\/api\/captions(?:\/[^/]+\/(?:revisions|retry))?$/u;
/** Bytes come by URLs that were signed for an upload that was counted. */
const SIGNED = /^\/api\/uploads\/[^/]+\/(?:bytes|parts\/[^/]+)$/u;
const COUNTED = /^\/api\/(?:captions|uploads|limits|keys|session)(?:\/|$)/u;

/** What kind of request it is; undefined where it is not counted, as health and metrics are not. */
export function kindOf(method: string, path: string): Kind | undefined {
  if (!COUNTED.test(path)) return undefined;
  if (method === "PUT" && SIGNED.test(path)) return undefined;
  if (method === "POST" && SPENDING.test(path)) return "captions";
  if (method === "POST" && path === "/api/uploads") return "uploads";
  return "requests";
}
