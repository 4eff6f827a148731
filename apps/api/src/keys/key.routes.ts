import {
  apiKeyIdSchema,
  apiKeyPageSchema,
  createApiKeySchema,
  createdApiKeySchema,
  listApiKeysSchema,
} from "@caption-generator/schema";
import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { jsonAnswer, jsonBody } from "../http/json-body.ts";
import { problemResponses } from "../http/problem-responses.ts";
import { createRouter } from "../http/router.ts";
import { requireContentType } from "../middleware/content-type.ts";
import { limitJson } from "../middleware/json-size.ts";
import { createKey } from "./create-key.ts";
import { listKeys } from "./list-keys.ts";
import { revokeKey } from "./revoke-key.ts";

const tags = ["API keys"];

const createKeyRoute = createRoute({
  method: "post",
  path: "/keys",
  tags,
  summary: "Make a key for a program; it is shown in this answer and never again",
  middleware: [requireContentType("application/json"), limitJson] as const,
  request: { body: jsonBody(createApiKeySchema) },
  responses: { 201: jsonAnswer("The key", createdApiKeySchema), ...problemResponses },
});

const listRoute = createRoute({
  method: "get",
  path: "/keys",
  tags,
  summary: "This session's keys, newest first",
  request: { query: listApiKeysSchema },
  responses: { 200: jsonAnswer("A page of them", apiKeyPageSchema), ...problemResponses },
});

const revokeRoute = createRoute({
  method: "delete",
  path: "/keys/{id}",
  tags,
  summary: "Revoke a key: from now on it opens nothing",
  request: { params: z.object({ id: apiKeyIdSchema }) },
  responses: { 204: { description: "It is gone" }, ...problemResponses },
});

/** `accessMark` is that of the installation's access token, null where there is none. */
export function keyRoutes(
  deps: Pick<Deps, "apiKeys" | "now">,
  { accessMark }: { readonly accessMark: string | null },
) {
  return createRouter()
    .openapi(createKeyRoute, async (c) => {
      const asked = c.req.valid("json");
      // It is shown once, and must not lie in a cache of the browser or of anybody between.
      c.header("cache-control", "no-store");
      return c.json(
        await createKey(deps, { sessionId: c.get("sessionId"), accessMark, asked }),
        201,
      );
    })
    .openapi(listRoute, async (c) => {
      const query = c.req.valid("query");
      return c.json(await listKeys(deps, { sessionId: c.get("sessionId"), ...query }), 200);
    })
    .openapi(revokeRoute, async (c) => {
      await revokeKey(deps, { sessionId: c.get("sessionId"), id: c.req.valid("param").id });
      return c.body(null, 204);
    });
}
