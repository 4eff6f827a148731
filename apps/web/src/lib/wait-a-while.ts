/**
 * Waits for some milliseconds, or less where the browser comes back online before they are over.
 * @throws the signal's reason once it aborts
 */
export function waitAWhile(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener("online", over);
      signal.removeEventListener("abort", stop);
    };
    const over = () => {
      end();
      resolve();
    };
    const stop = () => {
      end();
      reject(signal.reason);
    };
    const timer = setTimeout(over, ms);
    window.addEventListener("online", over);
    signal.addEventListener("abort", stop);
    if (signal.aborted) stop();
  });
}
