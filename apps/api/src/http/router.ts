import { humanIssue } from "@caption-generator/schema";
import { OpenAPIHono, z } from "@hono/zod-openapi";
import { AppError } from "../errors/app-error.ts";
import { invalidRequest } from "../errors/invalid-options.ts";
import type { AppEnv } from "./env.ts";

// zod keeps its messages in one place for the whole process; every message here is for a person.
z.config({ customError: humanIssue });

/** A router that answers what does not fit its schemas with a problem. */
export function createRouter() {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      // An id of the wrong shape is one that does not exist.
      if (result.target === "param") {
        throw new AppError({
          code: "not_found",
          detail: `${result.error.issues.map(({ message }) => message).join(" ")} Check the address.`,
          cause: result.error,
        });
      }
      throw invalidRequest(new z.ZodError(result.error.issues));
    },
  });
}
