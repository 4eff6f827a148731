/** Why the program cannot start: one sentence for the person who starts it, with the fix. */
export class StartupError extends Error {
  override readonly name = "StartupError";
}
