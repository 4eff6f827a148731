import type { AppErrorInit } from "../../errors/app-error.ts";
import { AppError } from "../../errors/app-error.ts";

export interface GeminiErrorInit extends Omit<AppErrorInit, "detail"> {
  /** What went wrong, in a sentence that stands alone. */
  readonly reason: string;
  /** What the reader can do about it. */
  readonly fix: string;
}

/** An AppError that also knows what went wrong without the advice: for telling of another try. */
export class GeminiError extends AppError {
  readonly reason: string;

  constructor({ reason, fix, ...init }: GeminiErrorInit) {
    super({ ...init, detail: `${reason} ${fix}` });
    this.reason = reason;
  }
}
