import { createMiddleware } from "hono/factory";
import { AppError } from "../errors/app-error.ts";
import { readContentType } from "../http/content-type.ts";
import type { AppEnv } from "../http/env.ts";

/** Refuses a body of another type than the route reads. */
export const requireContentType = (...types: readonly string[]) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const { essence, withBoundary } = readContentType(c.req.header("content-type"));
    if (!types.includes(essence)) {
      throw new AppError({
        code: "unsupported_content_type",
        detail: `The body is ${essence === "" ? "of no stated type" : essence}. Send ${types.join(" or ")}.`,
      });
    }
    c.set("contentType", withBoundary);
    // What checks the body after this is stricter than clients are: it sees no parameters at all.
    c.req.raw.headers.set("content-type", essence);
    await next();
  });
