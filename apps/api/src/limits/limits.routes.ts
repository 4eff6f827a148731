import { limitsSchema } from "@caption-generator/schema";
import { createRoute } from "@hono/zod-openapi";
import { describeBudget } from "../budget/describe-budget.ts";
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

export function limitsRoutes(deps: Pick<Deps, "limits" | "budget" | "ledger" | "now">) {
  return createRouter().openapi(limitsRoute, async (c) => {
    const budget = await describeBudget(deps, c.get("sessionId"));
    return c.json({ ...deps.limits, ...(budget === undefined ? {} : { budget }) }, 200);
  });
}
