import { AppError } from "../../errors/app-error.ts";

/** It restarts in seconds; Aurora fails over within a minute, in which clients come back several times. */
const RETRY_AFTER_MS = 5_000;

/**
 * Classes and codes of SQLSTATE that are about the connection or the server's state, not about a statement.
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const SERVER_STATES = /^(08...|53300|57P0[1-5]|58...)$/u;

/** What Node says of sockets, and node-postgres of a pool or a connection that has gone. */
const GONE =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|[Cc]onnection terminated|timeout exceeded when trying to connect|Query read timeout|not queryable|Cannot use a pool after/u;

/** Whether it was the server that did not answer, and the same statement may succeed later. */
function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = "" } = error as NodeJS.ErrnoException;
  // A host with several addresses fails with all of their errors, and no words of its own.
  const each = error instanceof AggregateError ? error.errors.map(String) : [];
  return SERVER_STATES.test(code) || GONE.test([code, error.message, ...each].join(" "));
}

/** The error as everyone knows it: a database that is away, or what it was. */
export function databaseError(error: unknown): unknown {
  if (!isUnavailable(error)) return error;
  return new AppError({
    code: "database_unavailable",
    detail: "The database does not answer at the moment. Nothing was lost; try again in a moment.",
    retryable: true,
    retryAfterMs: RETRY_AFTER_MS,
    cause: error,
  });
}
