export interface TimeoutOptions {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/**
 * Runs a task under a signal that aborts with `signal`, or once `timeoutMs` are over.
 *
 * @throws a DOMException named `TimeoutError` if the task fails after its time; the signal's reason
 * if it fails after that aborted; else what the task throws.
 */
export async function withTimeout<T>(
  task: (signal: AbortSignal) => Promise<T>,
  { timeoutMs, signal }: TimeoutOptions,
): Promise<T> {
  signal.throwIfAborted();
  const controller = new AbortController();
  const forward = () => controller.abort(signal.reason);
  const timer = setTimeout(
    () => controller.abort(new DOMException(`No result within ${timeoutMs} ms`, "TimeoutError")),
    timeoutMs,
  );
  signal.addEventListener("abort", forward, { once: true });
  try {
    return await task(controller.signal);
  } catch (error) {
    controller.signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", forward);
  }
}
