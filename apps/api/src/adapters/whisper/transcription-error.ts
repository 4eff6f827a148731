import type { AppErrorInit } from "../../errors/app-error.ts";
import { AppError } from "../../errors/app-error.ts";

export interface TranscriptionErrorInit extends Omit<AppErrorInit, "detail"> {
  /** What went wrong, in a sentence that stands alone. */
  readonly reason: string;
  /** What the reader can do about it. */
  readonly fix: string;
}

/** An AppError that also knows what went wrong without the advice: for telling of another try. */
export class TranscriptionError extends AppError {
  readonly reason: string;

  constructor({ reason, fix, ...init }: TranscriptionErrorInit) {
    super({ ...init, detail: `${reason} ${fix}` });
    this.reason = reason;
  }
}

/** Nobody was asked, and there was enough of waiting. */
export class LeftAloneError extends TranscriptionError {}
