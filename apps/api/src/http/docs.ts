import type { OpenAPIHono } from "@hono/zod-openapi";
import { serveDocsPage } from "./docs-page.ts";
import { withRateLimits } from "./docs-rate-limits.ts";
import { SECURITY_SCHEMES, securityOf } from "./docs-security.ts";
import type { AppEnv } from "./env.ts";

const INFO = {
  openapi: "3.1.0",
  info: {
    title: "caption-generator",
    version: "0.1.0",
    description:
      "Send a photo, get captions. A visitor's session is a cookie: keep it to see your own captions again. A program sends an API key instead, as Authorization: Bearer, and acts as the session that made it.",
  },
} as const;

/** Serves the OpenAPI document, made from the schemas that also check the requests, and a page for it. */
export function addDocs(app: OpenAPIHono<AppEnv>) {
  for (const [name, scheme] of Object.entries(SECURITY_SCHEMES)) {
    app.openAPIRegistry.registerComponent("securitySchemes", name, scheme);
  }
  app.get("/api/openapi.json", (c) => {
    const document = app.getOpenAPI31Document(INFO);
    for (const [path, operations] of Object.entries(document.paths ?? {})) {
      for (const [method, operation] of Object.entries(operations)) {
        operation.security = securityOf(method, path);
      }
    }
    return c.json(withRateLimits(document));
  });
  serveDocsPage(app);
}
