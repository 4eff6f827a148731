import { AppError } from "./app-error.ts";

/** @throws AppError shutting_down once the process takes nothing new */
export function refuseWhileDraining(draining: AbortSignal): void {
  if (!draining.aborted) return;
  throw new AppError({
    code: "shutting_down",
    detail: "The server is going down and takes nothing new. Try again in a few seconds.",
    retryable: true,
    retryAfterMs: 5_000,
  });
}
