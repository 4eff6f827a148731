import {
  declaredUploadSchema,
  declareUploadSchema,
  uploadIdSchema,
  uploadSchema,
} from "@caption-generator/schema";
import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import { jsonAnswer, jsonBody } from "../http/json-body.ts";
import { problemResponses } from "../http/problem-responses.ts";
import { requestBody } from "../http/request-body.ts";
import { createRouter } from "../http/router.ts";
import { requireContentType } from "../middleware/content-type.ts";
import { limitJson } from "../middleware/json-size.ts";
import { verifyUploadUrl } from "../security/signed-url.ts";
import { completeUpload } from "./complete-upload.ts";
import { declareUpload } from "./declare-upload.ts";
import { discardUpload } from "./discard-upload.ts";
import { receiveBytes } from "./receive-bytes.ts";

const params = z.object({ id: uploadIdSchema });
const tags = ["Uploads"];

const declareRoute = createRoute({
  method: "post",
  path: "/uploads",
  tags,
  summary: "Declare a file, and learn where to send its bytes",
  middleware: [requireContentType("application/json"), limitJson] as const,
  request: { body: jsonBody(declareUploadSchema) },
  responses: {
    201: jsonAnswer("The upload and its target", declaredUploadSchema),
    ...problemResponses,
  },
});

const bytesRoute = createRoute({
  method: "put",
  path: "/uploads/{id}/bytes",
  tags,
  summary: "Send a file's bytes; the URL comes signed from POST /uploads",
  request: {
    params,
    query: z.object({
      bytes: z.coerce.number().int().positive(),
      type: z.string().max(100),
      expires: z.coerce.number().int(),
      signature: z.string().max(100),
    }),
    body: {
      required: true,
      content: Object.fromEntries(
        ["image/*", "video/*", "audio/*"].map((type) => [
          type,
          { schema: { type: "string" as const, format: "binary" } },
        ]),
      ),
    },
  },
  responses: { 204: { description: "All bytes are here" }, ...problemResponses },
});

const completeRoute = createRoute({
  method: "post",
  path: "/uploads/{id}/complete",
  tags,
  summary: "Say that all bytes were sent",
  request: { params },
  responses: { 200: jsonAnswer("The upload", uploadSchema), ...problemResponses },
});

const discardRoute = createRoute({
  method: "delete",
  path: "/uploads/{id}",
  tags,
  summary: "Delete an upload that was not captioned",
  request: { params },
  responses: { 204: { description: "It is gone" }, ...problemResponses },
});

/** `urlKey` checks the signed URLs that the disk store hands out. */
export function uploadRoutes(deps: Deps, { urlKey }: { readonly urlKey: string }) {
  return createRouter()
    .openapi(declareRoute, async (c) => {
      const declared = c.req.valid("json");
      return c.json(await declareUpload(deps, { sessionId: c.get("sessionId"), declared }), 201);
    })
    .openapi(bytesRoute, async (c) => {
      const { id: key } = c.req.valid("param");
      const claims = verifyUploadUrl(urlKey, deps.now().getTime(), {
        key,
        ...c.req.valid("query"),
      });
      checkHeaders(claims, (name) => c.req.header(name));
      await receiveBytes(deps, { claims, body: requestBody(c) });
      return c.body(null, 204);
    })
    .openapi(completeRoute, async (c) => {
      const { id } = c.req.valid("param");
      return c.json(await completeUpload(deps, { sessionId: c.get("sessionId"), id }), 200);
    })
    .openapi(discardRoute, async (c) => {
      const { id } = c.req.valid("param");
      await discardUpload(deps, { sessionId: c.get("sessionId"), id });
      return c.body(null, 204);
    });
}

function checkHeaders(
  claims: { readonly bytes: number; readonly type: string },
  header: (name: string) => string | undefined,
) {
  const length = header("content-length");
  if (length !== undefined && Number(length) !== claims.bytes) {
    throw new AppError({
      code: "upload_size_mismatch",
      detail: `${claims.bytes} bytes were declared, and the request announces ${length}. Declare the file's real size.`,
    });
  }
  const type = header("content-type");
  if (type !== claims.type) {
    throw new AppError({
      code: "unsupported_content_type",
      detail: `The URL was signed for ${claims.type}, and the request says ${type ?? "nothing"}. Send exactly the headers that came with the URL.`,
    });
  }
}
