import {
  arrivedPartsSchema,
  partUrlsRequestSchema,
  partUrlsSchema,
  uploadIdSchema,
} from "@caption-generator/schema";
import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { jsonAnswer, jsonBody } from "../http/json-body.ts";
import { problemResponses } from "../http/problem-responses.ts";
import { requestBody } from "../http/request-body.ts";
import { createRouter } from "../http/router.ts";
import { requireContentType } from "../middleware/content-type.ts";
import { limitJson } from "../middleware/json-size.ts";
import { verifyPartUrl } from "../security/signed-part-url.ts";
import { listParts } from "./list-parts.ts";
import { wrongPart } from "./part-problems.ts";
import { receivePart } from "./receive-part.ts";
import { signParts } from "./sign-parts.ts";

const params = z.object({ id: uploadIdSchema });
const tags = ["Uploads"];

const urlsRoute = createRoute({
  method: "post",
  path: "/uploads/{id}/part-urls",
  tags,
  summary: "Learn where to send parts; ask again once a URL has ended",
  middleware: [requireContentType("application/json"), limitJson] as const,
  request: { params, body: jsonBody(partUrlsRequestSchema) },
  responses: { 200: jsonAnswer("A URL for each part", partUrlsSchema), ...problemResponses },
});

const listRoute = createRoute({
  method: "get",
  path: "/uploads/{id}/parts",
  tags,
  summary: "Learn which parts have arrived, to go on with an upload",
  request: { params },
  responses: { 200: jsonAnswer("What is here", arrivedPartsSchema), ...problemResponses },
});

const bytesRoute = createRoute({
  method: "put",
  path: "/uploads/{id}/parts/{number}",
  tags,
  summary: "Send a part, again if need be; the URL comes signed from POST /uploads/{id}/part-urls",
  request: {
    params: params.extend({
      number: z.coerce.number<string>().int("A part's number is a whole number.").positive(),
    }),
    query: z.object({
      bytes: z.coerce.number().int().positive(),
      expires: z.coerce.number().int(),
      signature: z.string().max(100),
    }),
    body: {
      required: true,
      content: {
        "application/octet-stream": { schema: { type: "string" as const, format: "binary" } },
      },
    },
  },
  responses: {
    204: {
      description: "The part is here",
      headers: z.object({ etag: z.string().meta({ description: "Changes with the content" }) }),
    },
    ...problemResponses,
  },
});

/** `urlKey` checks the signed URLs that the disk store hands out. */
export function partRoutes(deps: Deps, { urlKey }: { readonly urlKey: string }) {
  return createRouter()
    .openapi(urlsRoute, async (c) => {
      const { id } = c.req.valid("param");
      const { numbers } = c.req.valid("json");
      return c.json(await signParts(deps, { sessionId: c.get("sessionId"), id, numbers }), 200);
    })
    .openapi(listRoute, async (c) => {
      const { id } = c.req.valid("param");
      return c.json(await listParts(deps, { sessionId: c.get("sessionId"), id }), 200);
    })
    .openapi(bytesRoute, async (c) => {
      const { id: key, number } = c.req.valid("param");
      const query = c.req.valid("query");
      const claims = verifyPartUrl(urlKey, deps.now().getTime(), { key, number, ...query });
      const length = c.req.header("content-length");
      if (length !== undefined && Number(length) !== claims.bytes) {
        throw wrongPart(number, claims.bytes, Number(length));
      }
      const { etag } = await receivePart(deps, { claims, body: requestBody(c) });
      c.header("etag", etag);
      return c.body(null, 204);
    });
}
