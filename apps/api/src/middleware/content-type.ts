import { createMiddleware } from "hono/factory";
import { AppError } from "../errors/app-error.ts";

/** Refuses a body of another type than the route reads. */
export const requireContentType = (...types: readonly string[]) =>
  createMiddleware(async (c, next) => {
    const given = c.req.header("content-type")?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
    if (!types.includes(given)) {
      throw new AppError({
        code: "unsupported_content_type",
        detail: `The body is ${given === "" ? "of no stated type" : given}. Send ${types.join(" or ")}.`,
      });
    }
    await next();
  });
