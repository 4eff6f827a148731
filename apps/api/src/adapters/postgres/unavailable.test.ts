import { DatabaseError } from "pg";
import { describe, expect, it } from "vitest";
import { AppError } from "../../errors/app-error.ts";
import { databaseError } from "./unavailable.ts";

const withCode = (code: string, message = "") =>
  Object.assign(new DatabaseError(message, message.length, "error"), { code });

describe("an error of the database", () => {
  it.each([
    ["a server that is not there", Object.assign(new Error("connect"), { code: "ECONNREFUSED" })],
    ["one that shuts down", withCode("57P01", "terminating connection")],
    ["one that starts", withCode("57P03", "the database system is starting up")],
    ["one without room for another", withCode("53300", "too many clients already")],
    ["one that only reads, as one that is no writer any more", withCode("25006", "read-only")],
    ["one that gave a statement up for its time", withCode("57014", "statement timeout")],
    ["one that gave it up for another's", withCode("40P01", "deadlock detected")],
    ["one whose password was renewed", withCode("28P01", "password authentication failed")],
    ["a connection that broke off", new Error("Connection terminated unexpectedly")],
    [
      "a host none of whose addresses answer",
      new AggregateError([new Error("ECONNREFUSED")], "all"),
    ],
  ])("is one that passes: %s", (_, error) => {
    const known = databaseError(error);
    expect(known).toBeInstanceOf(AppError);
    expect(known).toMatchObject({ code: "database_unavailable", retryable: true, cause: error });
  });

  it.each([
    ["a statement that is wrong", withCode("42601", "syntax error")],
    ["a row that is there already", withCode("23505", "duplicate key")],
    ["a fault of ours", new TypeError("undefined is not a function")],
  ])("is what it was: %s", (_, error) => {
    expect(databaseError(error)).toBe(error);
  });
});
