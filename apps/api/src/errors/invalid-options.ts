import type { FieldError } from "@caption-generator/schema";
import type { z } from "zod";
import { AppError } from "./app-error.ts";

/** zod's issues as field errors under a JSON pointer. */
function toFieldErrors(error: z.ZodError, prefix = ""): FieldError[] {
  return error.issues.map(({ path, message }) => ({
    pointer: [prefix, ...path.map(String)].join("/") || "/",
    detail: message,
  }));
}

export function invalidOptions(error: z.ZodError): AppError {
  return fromFields("invalid_options", toFieldErrors(error, "/options"));
}

export function invalidRequest(error: z.ZodError): AppError {
  const fields = toFieldErrors(error, "");
  const all = fields.length > 0 && fields.every(({ pointer }) => pointer.startsWith("/options"));
  return fromFields(all ? "invalid_options" : "invalid_request", fields);
}

function fromFields(code: "invalid_options" | "invalid_request", errors: FieldError[]): AppError {
  const detail = errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join(" ");
  return new AppError({ code, detail, errors });
}
