import { AppError } from "./app-error.ts";

export function notFound(what: "caption" | "upload" | "key", id: string): AppError {
  return new AppError({
    code: "not_found",
    detail: `There is no ${what} "${id.slice(0, 64)}" in this session. Check the id, and that the session cookie is sent.`,
  });
}
