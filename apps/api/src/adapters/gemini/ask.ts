import { createGate } from "../../concurrency/gate.ts";
import { AppError } from "../../errors/app-error.ts";
import type { CaptionRequest } from "../../ports/caption-model.ts";
import { judgeCall } from "../../retry/judge-call.ts";
import { retry } from "../../retry/retry.ts";
import type { Line } from "../../retry/through-circuits.ts";
import { throughCircuits } from "../../retry/through-circuits.ts";
import { withTimeout } from "../../retry/with-timeout.ts";
import type { GeminiCall } from "./client.ts";
import { createGeminiClient } from "./client.ts";
import type { GeminiSettings } from "./config.ts";
import { leftAlone, noTurn, toGeminiError } from "./errors.ts";
import { GeminiError } from "./gemini-error.ts";
import type { Tally } from "./tally.ts";

export interface AskContext extends Pick<CaptionRequest, "signal" | "onRetry"> {
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  readonly tally: Tally;
}

export interface Answered {
  readonly model: string;
  /** As it came; its form is not checked. */
  readonly response: unknown;
}

export type Ask = (call: GeminiCall, context: AskContext) => Promise<Answered>;

interface ModelLine extends Line {
  readonly model: string;
  readonly client: ReturnType<typeof createGeminiClient>;
}

/** Calls that wait their turn, end in time, go to a model that answers, and are repeated where that may help. */
export function createAsk(settings: GeminiSettings): Ask {
  const { clock, maxAttempts } = settings;
  const gate = createGate(settings.maxConcurrent);
  const lines = settings.models.map(
    (model): ModelLine => ({
      model,
      client: createGeminiClient({ ...settings, model }),
      breaker: settings.breakerOf(model),
    }),
  );

  async function attempt({ model, client }: ModelLine, call: GeminiCall, context: AskContext) {
    const { signal, deadline, tally } = context;
    const timeoutMs = Math.max(1, Math.min(settings.timeoutMs, deadline - clock.now()));
    tally.countCall();
    try {
      const inTime = { timeoutMs, signal };
      return { model, response: await withTimeout((s) => client.generate(call, s), inTime) };
    } catch (error) {
      signal.throwIfAborted();
      settings.meter.failed();
      throw toGeminiError(error, { ...settings, model, timeoutMs });
    }
  }

  const askAny = (call: GeminiCall, context: AskContext) =>
    throughCircuits({
      ...context,
      clock,
      lines,
      work: (line) => attempt(line, call, context),
      judge: (error) => judgeCall(error, context.signal),
      goesOn: (error) => isRetryable(error) || isUnknownModel(error),
      passes: isRetryable,
      onGoingOn: (error) => tell(context, error, 0),
      onWait: (waitMs) => tell(context, leftAlone(waitMs), waitMs),
      tooLong: leftAlone,
      end: context.deadline,
      noTurn,
    });

  return (call, context) =>
    retry(() => gate.run(() => askAny(call, context), context.signal), {
      maxAttempts,
      signal: context.signal,
      deadline: context.deadline,
      clock,
      isRetryable,
      retryAfterMs: (error) => (error instanceof AppError ? error.retryAfterMs : undefined),
      onRetry: (error, waitMs) => tell(context, error, waitMs),
    });
}

const isRetryable = (error: unknown) => error instanceof AppError && error.retryable;

const isUnknownModel = (error: unknown) =>
  error instanceof AppError && error.code === "model_not_found";

function tell({ onRetry }: AskContext, error: unknown, waitMs: number): void {
  if (error instanceof GeminiError) onRetry?.(error.reason, waitMs);
}
