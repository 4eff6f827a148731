import type { ProblemCode } from "@caption-generator/schema";
import { describe, expect, it } from "vitest";
import { ApiProblem, problemOf } from "../../../lib/problem.ts";
import { delayBeforeRetry, isLost } from "./delay-before-retry.ts";

const longest = () => 1;

/** An answer without a body we know, as other servers give it. */
const answered = (status: number, retryAfterMs?: number) =>
  problemOf("<xml/>", { status, retryAfterMs });
const said = (status: number, code: ProblemCode, retryable: boolean) =>
  new ApiProblem(
    { title: "No", detail: "No.", code, retryable },
    { status, retryAfterMs: undefined },
  );
const lost = new TypeError("Failed to fetch");
const goingDown = said(503, "shutting_down", true);

describe("delayBeforeRetry", () => {
  it.each([
    ["no answer at all", lost],
    ["a timeout", answered(408)],
    ["a busy server", answered(429)],
    ["a broken server", answered(502)],
    ["a store's word for a URL that has ended", answered(403)],
    ["our word for a URL that has ended", said(403, "upload_url_expired", true)],
  ])("waits a second and then longer after %s", (_, error) => {
    const delays = [0, 1, 2, 3].map((attempt) => delayBeforeRetry(error, attempt, longest));
    expect(delays).toEqual([1_000, 2_000, 4_000, 8_000]);
  });

  it.each([
    ["a part that does not exist", said(422, "upload_part_unknown", false)],
    ["a URL that was changed", said(403, "upload_url_invalid", false)],
    ["a refusal without a word", answered(413)],
  ])("does not try again after %s", (_, error) => {
    expect(delayBeforeRetry(error, 0)).toBeUndefined();
  });

  it("waits as long as it is told to", () => {
    expect(delayBeforeRetry(answered(429, 7_000), 0)).toBe(7_000);
  });

  it("gives up on a server that goes on being broken", () => {
    expect(delayBeforeRetry(answered(500), 8)).toBeUndefined();
  });

  it("never gives up on a connection that is lost, nor waits longer than half a minute", () => {
    for (const error of [lost, goingDown]) {
      expect(delayBeforeRetry(error, 1_000, longest)).toBe(30_000);
      expect(isLost(error)).toBe(true);
    }
    expect(isLost(answered(500))).toBe(false);
  });
});
