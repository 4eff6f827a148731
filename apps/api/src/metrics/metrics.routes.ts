import { timingSafeEqual } from "node:crypto";
import { createRoute } from "@hono/zod-openapi";
import { Registry } from "prom-client";
import { AppError } from "../errors/app-error.ts";
import { problemResponses } from "../http/problem-responses.ts";
import { createRouter } from "../http/router.ts";
import type { Prometheus } from "./prometheus.ts";

/** As a string, not a literal: the types of routes know of no such content. */
const FORMAT: string = Registry.PROMETHEUS_CONTENT_TYPE;

const metricsRoute = createRoute({
  method: "get",
  path: "/metrics",
  tags: ["Service"],
  summary: "What is measured of this process, for Prometheus; needs METRICS_TOKEN",
  responses: {
    200: {
      description: "Metrics in Prometheus's text format",
      content: { [FORMAT]: { schema: { type: "string" as const } } },
    },
    ...problemResponses,
  },
});

/** Whoever may see them: nobody where no token is set. */
export interface MetricsAccess {
  readonly prometheus: Prometheus;
  readonly token: string | undefined;
}

export function metricsRoutes({ prometheus: { registry }, token }: MetricsAccess) {
  return createRouter().openapi(metricsRoute, async (c) => {
    requireToken(token, c.req.header("authorization"));
    return c.body(await registry.metrics(), 200, { "content-type": FORMAT });
  });
}

/** @throws AppError metrics_not_open */
function requireToken(token: string | undefined, authorization: string | undefined): void {
  if (token === undefined) {
    throw refusal("Metrics are not told here. Set METRICS_TOKEN, and send it as a bearer token.");
  }
  const given = Buffer.from(authorization ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  if (given.length === wanted.length && timingSafeEqual(given, wanted)) return;
  throw refusal("Metrics need the METRICS_TOKEN of this installation as a bearer token.");
}

const refusal = (detail: string) => new AppError({ code: "metrics_not_open", detail });
