import { apiOrigin } from "../env.ts";
import { hopsHeader } from "./hops.ts";

/** Headers that belong to one connection, not to the message (RFC 9110, 7.6.1). */
const HOP_BY_HOP = ["connection", "keep-alive", "transfer-encoding", "upgrade", "te", "trailer"];

/**
 * Hands a request under /api on to the API and its answer back, both as they stream. A rewrite in
 * the configuration would fix the API's address when the page is built, not when it is started.
 */
export async function forward(request: Request): Promise<Response> {
  const { pathname, search, protocol, host } = new URL(request.url);
  const headers = without(request.headers, [...HOP_BY_HOP, "host", "expect"]);
  sayWhoAsked(headers);
  headers.set(
    "x-forwarded-proto",
    request.headers.get("x-forwarded-proto") ?? protocol.slice(0, -1),
  );
  headers.set("x-forwarded-host", request.headers.get("host") ?? host);
  try {
    const answer = await fetch(new URL(pathname + search, apiOrigin()), {
      method: request.method,
      headers,
      body: request.body,
      redirect: "manual",
      signal: request.signal,
      cache: "no-store",
      ...(request.body === null ? {} : { duplex: "half" }),
    });
    const { status, body } = answer;
    return new Response(body, { status, headers: without(answer.headers, HOP_BY_HOP) });
  } catch {
    return unreachable();
  }
}

/** Of what came before the page knew connections nothing is told: the API then counts it as the page's. */
function sayWhoAsked(headers: Headers): void {
  const hops = headers.get(hopsHeader());
  headers.delete(hopsHeader());
  if (hops === null) headers.delete("x-forwarded-for");
  else headers.set("x-forwarded-for", hops);
}

function without(headers: Headers, names: readonly string[]): Headers {
  const kept = new Headers(headers);
  for (const name of names) kept.delete(name);
  return kept;
}

function unreachable(): Response {
  const problem = {
    type: "urn:caption-generator:problem:shutting_down",
    title: "The API does not answer",
    status: 503,
    detail: "The caption service does not answer right now. Try again in a few seconds.",
    code: "shutting_down",
    retryable: true,
  };
  const headers = { "content-type": "application/problem+json", "retry-after": "5" };
  return new Response(JSON.stringify(problem), { status: 503, headers });
}
