export type StopStep = "drain" | "kill" | "ignore";

/** npm passes on the Ctrl-C that the terminal sends to everyone, so that one key press arrives twice. */
const SAME_KEY_PRESS_MS = 500;

/**
 * What each signal to stop means: the first one drains, a later one kills, an echo of the first is ignored.
 *
 * @param now a clock in milliseconds
 */
export function stopSteps(now: () => number): () => StopStep {
  let first: number | undefined;
  return () => {
    if (first === undefined) {
      first = now();
      return "drain";
    }
    return now() - first < SAME_KEY_PRESS_MS ? "ignore" : "kill";
  };
}
