import type { AppError } from "../errors/app-error.ts";
import { asAppError } from "../errors/app-error.ts";
import { LONGEST_PAUSE_MS } from "../retry/judge-call.ts";

/** What a job waits for: it is not the photo's fault, and passes. */
export interface Away {
  readonly what: "place" | "model";
  readonly error: AppError;
}

const PLACES: readonly string[] = ["storage_unavailable", "database_unavailable"];
const MODELS: readonly string[] = ["model_unavailable", "model_timeout", "model_rate_limited"];

/** Whether the store, the database or the model is not there now, and may be soon. */
export function awayOf(thrown: unknown): Away | undefined {
  const error = asAppError(thrown);
  if (error === undefined || !error.retryable) return undefined;
  if (PLACES.includes(error.code)) return { what: "place", error };
  // Whoever is asked to come back later is told so at once.
  const soon = (error.retryAfterMs ?? 0) <= LONGEST_PAUSE_MS;
  return soon && MODELS.includes(error.code) ? { what: "model", error } : undefined;
}
