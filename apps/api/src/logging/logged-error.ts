/** An error as it is logged. */
interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string;
  /** Of Postgres: what was violated, and where. */
  readonly constraint?: string;
  readonly table?: string;
  readonly cause?: LoggedError;
  readonly errors?: readonly LoggedError[];
}

const DEPTH = 5;
const NAMED = ["code", "constraint", "table"] as const;

/**
 * What may be logged of an error: nothing that a person wrote or a model answered. A failed statement's parameters,
 * which drizzle repeats in its message and its stack, and what Postgres quotes of them (`detail`, `where`), are left
 * out; so is whatever else somebody may have attached to an error.
 */
export function loggedError(error: unknown, depth = DEPTH): LoggedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: "Something else was thrown." };
  const message = messageOf(error);
  const fields = Object.entries(error).filter(
    ([name, value]) => (NAMED as readonly string[]).includes(name) && typeof value === "string",
  );
  return {
    type: error.constructor.name,
    message,
    ...(error.stack === undefined ? {} : { stack: framesOf(error.stack, error.message) }),
    ...Object.fromEntries(fields),
    ...(error.cause === undefined || depth === 0
      ? {}
      : { cause: loggedError(error.cause, depth - 1) }),
    ...(error instanceof AggregateError && depth > 0
      ? { errors: error.errors.map((each) => loggedError(each, depth - 1)) }
      : {}),
  };
}

/** drizzle's error of a statement has its text and, elsewhere too, what was put into it. */
const messageOf = (error: Error) =>
  "query" in error && "params" in error ? `Failed query: ${error.query}` : error.message;

/** A stack begins with the message, which may have any number of lines. */
function framesOf(stack: string, message: string): string {
  const at = message === "" ? -1 : stack.indexOf(message);
  return stack.slice(at === -1 ? stack.indexOf("\n") + 1 : at + message.length + 1);
}
