import { AppError } from "../../errors/app-error.ts";

/** It restarts in seconds; Aurora fails over within a minute, in which clients come back several times. */
const RETRY_AFTER_MS = 5_000;

/**
 * Classes and codes of SQLSTATE that are about the connection or the server's state, not about a statement: among
 * them a server that only reads (25006, as one does that has just ceased to be Aurora's writer), one that has no room
 * (53), one that gave up a statement for its time, a lock or another's sake (40001, 40P01, 55P03, 57014), and one whose
 * password was renewed a moment ago (28P01; a wrong one is found when the process starts).
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const SERVER_STATES = /^(08...|25006|28P01|40001|40P01|53...|55P03|57014|57P0[1-5]|58...)$/u;

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

/** Whether a server refused to write: a connection to it is of no use until it may write again. */
export const isReadOnly = (error: unknown): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === "25006";

/** The error as everyone knows it: a database that is away, or what it was. */
export function databaseError(error: unknown): unknown {
  return isUnavailable(error) ? unavailable(error) : error;
}

/** What everyone is told of a database that is away. */
export const unavailable = (cause: unknown): AppError =>
  new AppError({
    code: "database_unavailable",
    detail: "The database does not answer at the moment. Nothing was lost; try again in a moment.",
    retryable: true,
    retryAfterMs: RETRY_AFTER_MS,
    cause,
  });
