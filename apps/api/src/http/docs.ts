import type { OpenAPIHono } from "@hono/zod-openapi";
import { serveDocsPage } from "./docs-page.ts";
import type { AppEnv } from "./env.ts";

const INFO = {
  openapi: "3.1.0",
  info: {
    title: "caption-generator",
    version: "0.1.0",
    description:
      "Send a photo, get captions. A visitor's session is a cookie: keep it to see your own captions again.",
  },
} as const;

/** Serves the OpenAPI document, made from the schemas that also check the requests, and a page for it. */
export function addDocs(app: OpenAPIHono<AppEnv>) {
  app.get("/api/openapi.json", (c) => c.json(app.getOpenAPI31Document(INFO)));
  serveDocsPage(app);
}
