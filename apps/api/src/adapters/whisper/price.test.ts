import { expect, test } from "vitest";
import { usdPerMinute } from "./price.ts";

test("the price is the model's own", () => {
  expect(usdPerMinute("whisper-1")).toBe(0.006);
  expect(usdPerMinute("gpt-transcribe")).toBe(0.0045);
});

test("says nothing about a model whose price it does not know", () => {
  expect(usdPerMinute("whisper-99")).toBeUndefined();
});
