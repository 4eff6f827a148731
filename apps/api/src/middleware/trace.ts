import { context, propagation, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import type { AppEnv } from "../http/env.ts";

/** Each request as a span, part of the trace that its `traceparent` names. */
export const traceRequests = createMiddleware<AppEnv>(async (c, next) => {
  const carrier = { traceparent: c.req.header("traceparent") ?? "" };
  const from = propagation.extract(context.active(), carrier);
  const { method } = c.req;
  const tracer = trace.getTracer("caption-generator");
  const options = { kind: SpanKind.SERVER, attributes: { "http.request.method": method } };
  await tracer.startActiveSpan(method, options, from, async (span) => {
    try {
      await next();
      const { status } = c.res;
      const route = routePath(c, -1);
      span.updateName(`${method} ${route}`);
      span.setAttributes({ "http.route": route, "http.response.status_code": status });
      span.setAttribute("request.id", c.get("requestId") ?? "");
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    } finally {
      span.end();
    }
  });
});
