import type { Context, Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AppErrorInit } from "../errors/app-error.ts";
import { AppError, asAppError } from "../errors/app-error.ts";
import { toProblem } from "../errors/to-problem.ts";
import { challengeOf } from "./challenge.ts";
import type { AppEnv } from "./env.ts";

/** The only place that turns an error into an answer. */
export function onError(error: unknown, c: Context<AppEnv>): Response {
  const known = error instanceof HTTPException ? fromHttp(error, c) : error;
  const problem = toProblem(known, c.get("requestId"));
  if (problem.status >= 500) c.get("log")?.error({ err: error, code: problem.code }, "answer");
  const retryAfterMs = asAppError(known)?.retryAfterMs;
  if (retryAfterMs !== undefined) {
    c.header("retry-after", String(Math.max(1, Math.ceil(retryAfterMs / 1_000))));
  }
  const challenge = challengeOf(problem.code);
  if (challenge !== undefined) c.header("www-authenticate", challenge);
  c.header("content-type", "application/problem+json");
  return c.body(JSON.stringify(problem), problem.status as ContentfulStatusCode);
}

/** Tells a wrong method from a wrong address. */
export const onNotFound =
  ({ router }: Pick<Hono<AppEnv>, "router">) =>
  (c: Context<AppEnv>): Response => {
    const { method, path } = c.req;
    const allowed = methodsAt(router, path);
    if (allowed.length === 0 || allowed.includes(method)) {
      const detail = `There is nothing at ${method} ${path}. GET /api/docs lists what there is.`;
      return onError(new AppError({ code: "not_found", detail }), c);
    }
    c.header("allow", allowed.join(", "));
    const detail = `${method} is not possible at ${path}. It takes ${allowed.join(", ")}.`;
    return onError(new AppError({ code: "method_not_allowed", detail }), c);
  };

/** The methods of the routes that a path leads to; middleware is there for all of them. */
function methodsAt(router: Hono<AppEnv>["router"], path: string): string[] {
  return ["GET", "POST", "PUT", "DELETE"].filter((method) =>
    router.match(method, path)[0].some(([[, route]]) => route.method === method),
  );
}

/** A library's refusal of a request, in words of ours. What it does not hold the request for is a bug. */
function fromHttp(error: HTTPException, c: Context<AppEnv>): unknown {
  if (error.status >= 500) return error;
  return new AppError({ ...refusal(error.status, c), cause: error });
}

function refusal(status: number, c: Context<AppEnv>): Pick<AppErrorInit, "code" | "detail"> {
  switch (status) {
    case 400:
      return {
        code: "invalid_json",
        detail: "The body is not JSON. Check its quotes, commas and brackets.",
      };
    case 413:
      return {
        code: "request_too_large",
        detail: "The body is larger than what is taken here. Send less.",
      };
    case 415:
      return {
        code: "unsupported_content_type",
        detail: `A body of type "${c.req.header("content-type") ?? ""}" is not taken here. GET /api/docs tells which types are.`,
      };
    default:
      return {
        code: "invalid_request",
        detail: `${c.req.method} ${c.req.path} cannot be answered as it was sent. Compare it with what GET /api/docs tells of it.`,
      };
  }
}
