import type { FieldError, ProblemCode } from "@caption-generator/schema";

export interface AppErrorInit {
  readonly code: ProblemCode;
  /** A sentence for the person who reads it: it names the value at fault and the fix. */
  readonly detail: string;
  /** Whether the very same request may succeed later. Decided where the error arises. */
  readonly retryable?: boolean;
  /** How long to wait before that, in milliseconds, where somebody told us. */
  readonly retryAfterMs?: number;
  readonly errors?: readonly FieldError[];
  /** The path of what the error is about, where it is not the request itself. */
  readonly instance?: string;
  readonly cause?: unknown;
}

/** The one error that may reach a person. Anything else is a bug and is shown as `internal`. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ProblemCode;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly errors: readonly FieldError[] | undefined;
  readonly instance: string | undefined;

  constructor(init: AppErrorInit) {
    super(init.detail, init.cause === undefined ? undefined : { cause: init.cause });
    this.code = init.code;
    this.retryable = init.retryable ?? false;
    this.retryAfterMs = init.retryAfterMs;
    this.errors = init.errors;
    this.instance = init.instance;
  }
}

/** The AppError that an error is, or that a library has wrapped into one of its own. */
export function asAppError(error: unknown): AppError | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (each instanceof AppError) return each;
  }
  return undefined;
}
