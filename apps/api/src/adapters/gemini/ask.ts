import { createGate } from "../../concurrency/gate.ts";
import { AppError } from "../../errors/app-error.ts";
import type { CaptionRequest } from "../../ports/caption-model.ts";
import { retry } from "../../retry/retry.ts";
import { withTimeout } from "../../retry/with-timeout.ts";
import type { GeminiCall } from "./client.ts";
import { createGeminiClient } from "./client.ts";
import type { GeminiSettings } from "./config.ts";
import { toGeminiError } from "./errors.ts";
import { GeminiError } from "./gemini-error.ts";
import type { Tally } from "./tally.ts";

export interface AskContext extends Pick<CaptionRequest, "signal" | "onRetry"> {
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  readonly tally: Tally;
}

export type Ask = (call: GeminiCall, context: AskContext) => Promise<unknown>;

/** Calls that wait their turn, end in time and are repeated where that may help. */
export function createAsk(settings: GeminiSettings): Ask {
  const { clock, maxAttempts } = settings;
  const client = createGeminiClient(settings);
  const gate = createGate(settings.maxConcurrent);

  async function attempt(call: GeminiCall, { signal, deadline, tally }: AskContext) {
    const timeoutMs = Math.max(1, Math.min(settings.timeoutMs, deadline - clock.now()));
    tally.countCall();
    try {
      return await withTimeout((inTime) => client.generate(call, inTime), { timeoutMs, signal });
    } catch (error) {
      signal.throwIfAborted();
      settings.meter.failed();
      throw toGeminiError(error, { ...settings, timeoutMs });
    }
  }

  return (call, context) => {
    const { signal, deadline, onRetry } = context;
    return retry(() => gate.run(() => attempt(call, context), signal), {
      maxAttempts,
      signal,
      deadline,
      clock,
      isRetryable: (error) => error instanceof AppError && error.retryable,
      retryAfterMs: (error) => (error instanceof AppError ? error.retryAfterMs : undefined),
      onRetry: (error, waitMs) => {
        if (error instanceof GeminiError) onRetry?.(error.reason, waitMs);
      },
    });
  };
}
