import { describe, expect, it } from "vitest";
import type { AppErrorInit } from "../errors/app-error.ts";
import { AppError } from "../errors/app-error.ts";
import { awayOf } from "./away.ts";

const thrown = (init: Omit<AppErrorInit, "detail">) =>
  new AppError({ detail: "So it is.", ...init });

describe("awayOf", () => {
  it.each(["storage_unavailable", "database_unavailable"] as const)("knows %s", (code) => {
    expect(awayOf(thrown({ code, retryable: true }))?.what).toBe("place");
  });

  it.each(["model_unavailable", "model_timeout", "model_rate_limited"] as const)(
    "knows %s",
    (code) => {
      expect(awayOf(thrown({ code, retryable: true, retryAfterMs: 60_000 }))?.what).toBe("model");
    },
  );

  it("is not for a model that asks to come back in an hour", () => {
    const error = thrown({ code: "model_rate_limited", retryable: true, retryAfterMs: 3_600_000 });
    expect(awayOf(error)).toBeUndefined();
  });

  it("is not for what a model refuses, nor for an answer of no use", () => {
    expect(awayOf(thrown({ code: "model_rejected_key" }))).toBeUndefined();
    expect(awayOf(thrown({ code: "model_answer_unusable", retryable: true }))).toBeUndefined();
    expect(awayOf(new Error("a bug"))).toBeUndefined();
  });
});
