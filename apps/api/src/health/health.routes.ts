import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { refuseWhileDraining } from "../errors/shutting-down.ts";
import { jsonAnswer } from "../http/json-body.ts";
import { problemResponses } from "../http/problem-responses.ts";
import { createRouter } from "../http/router.ts";

const healthSchema = z.object({ status: z.literal("ok") }).meta({ id: "Health" });
const tags = ["Service"];

const liveRoute = createRoute({
  method: "get",
  path: "/health/live",
  tags,
  summary: "Whether the process runs",
  responses: { 200: jsonAnswer("It does", healthSchema), ...problemResponses },
});

const readyRoute = createRoute({
  method: "get",
  path: "/health/ready",
  tags,
  summary: "Whether requests are taken: the database answers and the process is not going down",
  responses: { 200: jsonAnswer("They are", healthSchema), ...problemResponses },
});

export function healthRoutes({ ping, draining }: Pick<Deps, "ping" | "draining">) {
  return createRouter()
    .openapi(liveRoute, (c) => c.json({ status: "ok" as const }, 200))
    .openapi(readyRoute, async (c) => {
      refuseWhileDraining(draining);
      await ping();
      return c.json({ status: "ok" as const }, 200);
    });
}
