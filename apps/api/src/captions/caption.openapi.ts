import {
  captionEventSchema,
  captionIdSchema,
  captionPageSchema,
  captionSchema,
  createCaptionSchema,
  listCaptionsSchema,
  reviseCaptionSchema,
} from "@caption-generator/schema";
import { createRoute, z } from "@hono/zod-openapi";
import { jsonAnswer, jsonBody } from "../http/json-body.ts";
import { problemResponses } from "../http/problem-responses.ts";
import { requireContentType } from "../middleware/content-type.ts";
import { limitJson } from "../middleware/json-size.ts";

const params = z.object({ id: captionIdSchema });
const tags = ["Captions"];
const askHeaders = z.object({
  prefer: z.string().optional().describe("`wait=30` for the finished caption in the answer"),
  "idempotency-key": z.string().optional().describe("Makes a repeated request harmless"),
});
const accepted = {
  202: jsonAnswer("The caption is being made", captionSchema),
  201: jsonAnswer("The finished caption", captionSchema),
};

/** Plain OpenAPI, not zod: the form is streamed, and must not be parsed, and so held, beforehand. */
const captionForm = {
  type: "object" as const,
  required: ["file"],
  properties: {
    file: { type: "string" as const, format: "binary" },
    options: {
      type: "string" as const,
      contentMediaType: "application/json",
      description: "CaptionOptions as JSON",
      example: '{"tone":"witty","length":"short","variants":3}',
    },
  },
};

/** Documents the form as another way. It is kept out of the type: the typed client speaks JSON. */
const orForm = <T extends object>(content: T): T => ({
  ...content,
  "multipart/form-data": { schema: captionForm },
});

export const createCaptionRoute = createRoute({
  method: "post",
  path: "/captions",
  tags,
  summary: "Caption a photo: an upload by its id, or the file itself as multipart/form-data",
  middleware: [requireContentType("application/json", "multipart/form-data"), limitJson] as const,
  request: {
    headers: askHeaders,
    body: {
      content: orForm({ "application/json": { schema: createCaptionSchema } }),
    },
  },
  responses: { ...accepted, ...problemResponses },
});

export const listRoute = createRoute({
  method: "get",
  path: "/captions",
  tags,
  summary: "This session's captions, newest first",
  request: { query: listCaptionsSchema },
  responses: { 200: jsonAnswer("A page of them", captionPageSchema), ...problemResponses },
});

export const getRoute = createRoute({
  method: "get",
  path: "/captions/{id}",
  tags,
  summary: "A caption as it is now",
  request: { params },
  responses: { 200: jsonAnswer("The caption", captionSchema), ...problemResponses },
});

export const reviseRoute = createRoute({
  method: "post",
  path: "/captions/{id}/revisions",
  tags,
  summary: "Write a caption anew with other options, without a new upload",
  middleware: [requireContentType("application/json"), limitJson] as const,
  request: { params, headers: askHeaders, body: jsonBody(reviseCaptionSchema) },
  responses: { ...accepted, ...problemResponses },
});

export const cancelRoute = createRoute({
  method: "post",
  path: "/captions/{id}/cancel",
  tags,
  summary: "Stop a caption and delete its photo",
  request: { params },
  responses: { 200: jsonAnswer("The cancelled caption", captionSchema), ...problemResponses },
});

export const retryRoute = createRoute({
  method: "post",
  path: "/captions/{id}/retry",
  tags,
  summary: "Try a caption again whose work was interrupted",
  request: { params },
  responses: {
    202: jsonAnswer("The caption is being made", captionSchema),
    ...problemResponses,
  },
});

export const deleteRoute = createRoute({
  method: "delete",
  path: "/captions/{id}",
  tags,
  summary: "Delete a caption and all that is known of its photo",
  request: { params },
  responses: { 204: { description: "It is gone" }, ...problemResponses },
});

const TRANSCRIPT_FORMATS = ["srt", "vtt", "txt"] as const;
export type TranscriptFormat = (typeof TRANSCRIPT_FORMATS)[number];

export const TRANSCRIPT_TYPES: Readonly<Record<TranscriptFormat, string>> = {
  srt: "application/x-subrip; charset=utf-8",
  vtt: "text/vtt; charset=utf-8",
  txt: "text/plain; charset=utf-8",
};

const transcriptRoute = <const F extends TranscriptFormat>(format: F, what: string) =>
  createRoute({
    method: "get",
    path: `/captions/{id}/transcript.${format}` as const,
    tags,
    summary: `What is said in a video, as ${what}`,
    request: { params },
    responses: {
      200: {
        description: "The transcript",
        content: { [TRANSCRIPT_TYPES[format]]: { schema: { type: "string" as const } } },
      },
      ...problemResponses,
    },
  });

export const transcriptRoutes = {
  srt: transcriptRoute("srt", "SubRip subtitles"),
  vtt: transcriptRoute("vtt", "WebVTT subtitles"),
  txt: transcriptRoute("txt", "text"),
};

export const eventsRoute = createRoute({
  method: "get",
  path: "/captions/{id}/events",
  tags,
  summary: "A caption's progress as server-sent events; Last-Event-ID resumes",
  request: { params, headers: z.object({ "last-event-id": z.string().optional() }) },
  responses: {
    200: {
      description: "Events `stage`, `retry` and, at last, `finished`; the stream then ends",
      content: { "text/event-stream": { schema: captionEventSchema } },
    },
    ...problemResponses,
  },
});
