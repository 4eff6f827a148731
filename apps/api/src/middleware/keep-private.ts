import { createMiddleware } from "hono/factory";

/** Has no cache keep an answer that does not say itself for how long, and no browser take one for what it is not. */
export const keepPrivate = createMiddleware(async (c, next) => {
  await next();
  const { headers } = c.res;
  if (!headers.has("cache-control")) headers.set("cache-control", "private, no-store");
  headers.set("x-content-type-options", "nosniff");
});
