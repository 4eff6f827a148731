const LOOK_EVERY_MS = 500;

/**
 * Calls back, once, when the process that started this one has ended. It keeps nobody from ending.
 *
 * @param {() => void} then
 */
export function whenOrphaned(then) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, LOOK_EVERY_MS);
  timer.unref();
}
