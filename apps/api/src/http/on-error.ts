import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { AppError } from "../errors/app-error.ts";
import { toProblem } from "../errors/to-problem.ts";
import type { AppEnv } from "./env.ts";

/** The only place that turns an error into an answer. */
export function onError(error: unknown, c: Context<AppEnv>): Response {
  const known = error instanceof HTTPException ? fromHttp(error) : error;
  const problem = toProblem(known, c.get("requestId"));
  if (problem.status >= 500) c.get("log")?.error({ err: error, code: problem.code }, "answer");
  if (known instanceof AppError && known.retryAfterMs !== undefined) {
    c.header("retry-after", String(Math.max(1, Math.ceil(known.retryAfterMs / 1_000))));
  }
  c.header("content-type", "application/problem+json");
  return c.body(JSON.stringify(problem), problem.status as ContentfulStatusCode);
}

export function onNotFound(c: Context<AppEnv>): Response {
  const detail = `There is nothing at ${c.req.method} ${c.req.path}. GET /api/docs lists what there is.`;
  return onError(new AppError({ code: "not_found", detail }), c);
}

function fromHttp(error: HTTPException): unknown {
  if (error.status !== 400) return error;
  return new AppError({
    code: "invalid_json",
    detail: "The body is not JSON. Check its quotes, commas and brackets.",
    cause: error,
  });
}
