import { DrizzleQueryError } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { AppError } from "../errors/app-error.ts";
import { createLog } from "./create-log.ts";
import { loggedError } from "./logged-error.ts";

/** What Postgres says of a statement that it refuses, as its drivers pass it on. */
const refusal = Object.assign(new Error("invalid input syntax for type json"), {
  code: "22P02",
  table: "captions",
  detail: 'Token "SECRET" is invalid.',
  where: "JSON data, line 1: SECRET",
});
const failed = new DrizzleQueryError(
  'update "captions" set "result" = $1',
  ["SECRET\n    at SECRET (caption.ts:1:1)"],
  refusal,
);

describe("an error in the log", () => {
  it("has a failed statement's text and cause, and none of its values", () => {
    const logged = loggedError(failed);
    expect(logged).toMatchObject({
      type: "DrizzleQueryError",
      message: 'Failed query: update "captions" set "result" = $1',
      stack: expect.stringMatching(/^ {4}at .*logged-error\.test/),
      cause: { message: refusal.message, code: "22P02", table: "captions" },
    });
    expect(JSON.stringify(logged)).not.toContain("SECRET");
  });

  it("has the errors that it was caused by, and those of several", () => {
    const away = new AppError({ code: "database_unavailable", detail: "Away.", cause: failed });
    const all = new AggregateError([away, new Error("another")], "both");
    expect(loggedError(all)).toMatchObject({
      type: "AggregateError",
      errors: [
        { type: "AppError", code: "database_unavailable", cause: { type: "DrizzleQueryError" } },
        { message: "another" },
      ],
    });
  });

  it("ends where causes go round in a circle", () => {
    const round = new Error("round");
    round.cause = round;
    expect(JSON.stringify(loggedError(round)).match(/"message":"round"/g)).toHaveLength(6);
  });

  it("has nothing of what is no error", () => {
    expect(JSON.stringify(loggedError("SECRET"))).not.toContain("SECRET");
  });

  it("is that wherever it is logged as `err`", () => {
    const lines: string[] = [];
    const log = createLog("info", { write: (line) => void lines.push(line) });
    log.child({ requestId: "req_1" }).error({ err: failed }, "answer");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("Failed query");
    expect(lines[0]).not.toContain("SECRET");
  });
});
