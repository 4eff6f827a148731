import { Failure } from "../shared/failure.ts";

/** The exit code of a program that was ended by hand, as shells count it. */
export const STOPPED = 130;

/**
 * Does work that Ctrl-C asks to stop: the signal aborts, the work lets go of what it holds, and only then
 * does the program end.
 *
 * @param words what the person is told meanwhile
 * @throws Failure when it was stopped before it was done
 */
export async function interruptible<T>(
  work: (signal: AbortSignal) => Promise<T>,
  words = "Stopping, and cleaning up ...",
): Promise<T> {
  const controller = new AbortController();
  const stop = () => {
    console.error(words);
    controller.abort(new Failure("Stopped before it was done.", STOPPED));
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  try {
    return await work(controller.signal);
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}
