import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { AppEnv } from "./env.ts";

const { resolve } = createRequire(import.meta.url);

const ASSETS: ReadonlyMap<string, string> = new Map([
  ["swagger-ui-bundle.js", "text/javascript; charset=utf-8"],
  ["swagger-ui.css", "text/css; charset=utf-8"],
]);

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>caption-generator API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<main id="docs"></main>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

// Without a validator's address Swagger UI would send ours to one on the web.
const START = `SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#docs",
  deepLinking: true,
  validatorUrl: null,
});
`;

/** Swagger UI writes styles into its elements and draws from data URLs; nothing comes from elsewhere. */
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** The API's reference page. It is served whole from here: a private installation has no CDN. */
export function serveDocsPage(app: OpenAPIHono<AppEnv>) {
  app.get("/api/docs", (c) => c.html(PAGE, 200, { "content-security-policy": POLICY }));
  app.get("/api/docs/start.js", (c) => c.body(START, 200, { "content-type": "text/javascript" }));
  app.get("/api/docs/:asset", async (c) => {
    const asset = c.req.param("asset");
    const type = ASSETS.get(asset);
    if (type === undefined) return c.notFound();
    const bytes = await readFile(resolve(`swagger-ui-dist/${asset}`));
    return c.body(bytes, 200, { "content-type": type, "cache-control": "max-age=3600" });
  });
}
