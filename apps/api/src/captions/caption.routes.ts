import type { CreateCaption } from "@caption-generator/schema";
import { isFinished } from "@caption-generator/schema";
import type { Context } from "hono";
import type { Deps } from "../deps.ts";
import { refuseWhileDraining } from "../errors/shutting-down.ts";
import type { AppEnv } from "../http/env.ts";
import { requestBody } from "../http/request-body.ts";
import { createRouter } from "../http/router.ts";
import { findOwnUpload } from "../uploads/find-own-upload.ts";
import { cancelCaption } from "./cancel-caption.ts";
import type { TranscriptFormat } from "./caption.openapi.ts";
import {
  cancelRoute,
  createCaptionRoute,
  deleteRoute,
  eventsRoute,
  getRoute,
  listRoute,
  retryRoute,
  reviseRoute,
  TRANSCRIPT_TYPES,
  transcriptRoutes,
} from "./caption.openapi.ts";
import { captionForm } from "./caption-form.http.ts";
import { createCaption } from "./create-caption.ts";
import { deleteCaption } from "./delete-caption.ts";
import { findOwnCaption } from "./find-own-caption.ts";
import { parseIdempotencyKey } from "./idempotency-key.ts";
import { listCaptions } from "./list-captions.ts";
import { retryCaption } from "./retry-caption.ts";
import { reviseCaption } from "./revise-caption.ts";
import { sendEvents } from "./send-events.http.ts";
import { toCaption } from "./to-caption.ts";
import { waitAsPreferred } from "./wait-as-preferred.http.ts";
import { writeTranscript } from "./write-transcript.ts";

export function captionRoutes(deps: Deps) {
  return createRouter()
    .openapi(createCaptionRoute, async (c) => {
      refuseWhileDraining(deps.draining);
      const sessionId = c.get("sessionId");
      const idempotencyKey = parseIdempotencyKey(c.req.header("idempotency-key"));
      const contentType = c.get("contentType");
      const caption = contentType.startsWith("multipart/")
        ? await captionForm(deps, {
            sessionId,
            contentType,
            idempotencyKey,
            body: requestBody(c),
          })
        : await captionDeclared(c.req.valid("json"), { sessionId, idempotencyKey });
      const settled = await waitAsPreferred(deps, c, caption);
      return c.json(settled, isFinished(settled.state) ? 201 : 202);
    })
    .openapi(listRoute, async (c) => {
      const query = c.req.valid("query");
      return c.json(await listCaptions(deps, { sessionId: c.get("sessionId"), ...query }), 200);
    })
    .openapi(getRoute, async (c) => {
      const own = { sessionId: c.get("sessionId"), id: c.req.valid("param").id };
      return c.json(toCaption(await findOwnCaption(deps, own)), 200);
    })
    .openapi(reviseRoute, async (c) => {
      refuseWhileDraining(deps.draining);
      const caption = await reviseCaption(deps, {
        sessionId: c.get("sessionId"),
        id: c.req.valid("param").id,
        changes: c.req.valid("json").options,
        idempotencyKey: parseIdempotencyKey(c.req.header("idempotency-key")),
      });
      const settled = await waitAsPreferred(deps, c, caption);
      return c.json(settled, isFinished(settled.state) ? 201 : 202);
    })
    .openapi(cancelRoute, async (c) => {
      const own = { sessionId: c.get("sessionId"), id: c.req.valid("param").id };
      return c.json(await cancelCaption(deps, own), 200);
    })
    .openapi(retryRoute, async (c) => {
      refuseWhileDraining(deps.draining);
      const own = { sessionId: c.get("sessionId"), id: c.req.valid("param").id };
      return c.json(await retryCaption(deps, own), 202);
    })
    .openapi(deleteRoute, async (c) => {
      await deleteCaption(deps, { sessionId: c.get("sessionId"), id: c.req.valid("param").id });
      return c.body(null, 204);
    })
    .openapi(transcriptRoutes.srt, (c) => tellTranscript(c, "srt"))
    .openapi(transcriptRoutes.vtt, (c) => tellTranscript(c, "vtt"))
    .openapi(transcriptRoutes.txt, (c) => tellTranscript(c, "txt"))
    .openapi(eventsRoute, async (c) => {
      const own = { sessionId: c.get("sessionId"), id: c.req.valid("param").id };
      await findOwnCaption(deps, own);
      return sendEvents(deps, c, own);
    });

  async function tellTranscript(
    c: Context<AppEnv, string, { out: { param: { id: string } } }>,
    format: TranscriptFormat,
  ) {
    const own = { sessionId: c.get("sessionId"), id: c.req.valid("param").id };
    const text = await writeTranscript(deps, own, format);
    return c.body(text, 200, {
      "content-type": TRANSCRIPT_TYPES[format],
      "content-disposition": `attachment; filename="${own.id}.${format}"`,
    });
  }

  async function captionDeclared(
    { uploadId, options }: CreateCaption,
    { sessionId, idempotencyKey }: { sessionId: string; idempotencyKey: string | undefined },
  ) {
    const upload = await findOwnUpload(deps, { sessionId, id: uploadId });
    return createCaption(deps, { upload, options, subject: uploadId, idempotencyKey });
  }
}
