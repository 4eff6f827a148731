import { Worker } from "node:worker_threads";
import { AppError } from "../../../errors/app-error.ts";
import type { Candidate } from "./decode-peaks.ts";
import type { DetectReply, DetectRequest, SquarePixels } from "./messages.ts";

export interface DetectorConfig {
  /** How long one picture may take, in milliseconds, the start of a worker included. @default 20000 */
  readonly deadlineMs?: number;
  /** How long a worker is kept without work, in milliseconds. @default 30000 */
  readonly idleMs?: number;
  /** The worker's program. @default centernet.worker.ts */
  readonly program?: URL;
}

/** What was found in each square. */
export type Found = readonly (readonly Candidate[])[];

export interface Detector {
  /**
   * Looks at squares, whose pixels it takes over: they are gone afterwards.
   * @throws AppError model_unavailable if the worker dies or cannot look, model_timeout if it is too
   * slow; the signal's reason when aborted.
   */
  look(squares: readonly SquarePixels[], signal: AbortSignal): Promise<Found>;
  /** Ends the worker; a later call to `look` starts another. */
  close(): Promise<void>;
}

/** For the JavaScript of the worker; the model's tensors lie beside it, in WebAssembly. */
const WORKER_LIMITS = { maxOldGenerationSizeMb: 128 };

/**
 * Runs the detector in a worker thread, which is started by the first picture and then kept: it
 * holds the loaded model. One that dies or hangs is ended, and so is one without work, for it holds
 * some 70 MB and starts in 0.3 s; the next picture starts another.
 */
export function createDetector(config: DetectorConfig = {}): Detector {
  const { deadlineMs = 20_000, idleMs = 30_000 } = config;
  const program = config.program ?? new URL("./centernet.worker.ts", import.meta.url);
  let worker: Worker | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  function start(): Worker {
    const started = new Worker(program, { resourceLimits: WORKER_LIMITS });
    // A worker at rest must not keep the process alive; the deadline's timer does while it works.
    started.unref();
    // Whoever waits is told by `replyTo`; here it is only forgotten.
    const forget = () => {
      if (worker === started) worker = undefined;
    };
    started.on("error", forget).on("exit", forget);
    return started;
  }

  async function end(): Promise<void> {
    clearTimeout(idle);
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  }

  async function ask(squares: readonly SquarePixels[], signal: AbortSignal): Promise<Found> {
    signal.throwIfAborted();
    clearTimeout(idle);
    worker ??= start();
    try {
      const found = await replyTo(worker, squares, deadlineMs);
      idle = setTimeout(() => void end(), idleMs).unref();
      return found;
    } catch (error) {
      await end();
      throw error;
    }
  }

  return {
    look(squares, signal) {
      // One at a time, so that the deadline measures the look and not the wait for it. One that is
      // aborted goes on to its end, which is near, with nobody listening.
      const looking = turn.then(() => ask(squares, signal));
      turn = looking.catch(() => {});
      return unlessAborted(looking, signal);
    },
    close: end,
  };
}

function replyTo(worker: Worker, request: DetectRequest, deadlineMs: number): Promise<Found> {
  const { promise, resolve, reject } = Promise.withResolvers<Found>();
  const onMessage = (reply: DetectReply) => {
    if ("found" in reply) resolve(reply.found);
    else reject(unavailable(reply.reason));
  };
  const onError = (error: unknown) => reject(unavailable(String(error), error));
  const onExit = (code: number) => reject(unavailable(`its thread ended with code ${code}`));
  const deadline = setTimeout(() => reject(tooSlow(deadlineMs)), deadlineMs);
  worker.once("message", onMessage).once("error", onError).once("exit", onExit);
  worker.postMessage(
    request,
    request.map((square) => square.buffer),
  );
  return promise.finally(() => {
    clearTimeout(deadline);
    worker.off("message", onMessage).off("error", onError).off("exit", onExit);
  });
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  if (signal.aborted) onAbort();
  signal.addEventListener("abort", onAbort, { once: true });
  return Promise.race([promise, aborted]).finally(() =>
    signal.removeEventListener("abort", onAbort),
  );
}

function unavailable(reason: string, cause?: unknown): AppError {
  return new AppError({
    code: "model_unavailable",
    detail: `The on-device caption model failed: ${reason}. Try again; if it keeps failing, install the dependencies anew, or set GEMINI_API_KEY in .env.`,
    retryable: true,
    cause,
  });
}

function tooSlow(deadlineMs: number): AppError {
  return new AppError({
    code: "model_timeout",
    detail: `The on-device caption model took more than ${deadlineMs / 1_000} s for one photo. Try again when this machine has less to do.`,
    retryable: true,
  });
}
