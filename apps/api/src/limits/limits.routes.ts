import { limitsSchema } from "@caption-generator/schema";
import { createRoute } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { jsonAnswer } from "../http/json-body.ts";
import { problemResponses } from "../http/problem-responses.ts";
import { createRouter } from "../http/router.ts";

const limitsRoute = createRoute({
  method: "get",
  path: "/limits",
  tags: ["Service"],
  summary: "What may be asked for here, and what answers it",
  responses: {
    200: jsonAnswer("Limits, options, and what is on", limitsSchema),
    ...problemResponses,
  },
});

export function limitsRoutes({ limits }: Pick<Deps, "limits">) {
  return createRouter().openapi(limitsRoute, (c) => c.json(limits, 200));
}
