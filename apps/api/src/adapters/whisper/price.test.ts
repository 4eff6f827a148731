import { expect, test } from "vitest";
import { usdPerMinute } from "./price.ts";

test("the price is the model's own", () => {
  expect(usdPerMinute("whisper-1")).toBe(0.006);
  expect(usdPerMinute("gpt-transcribe")).toBe(0.0045);
});

test.each(["whisper-99", "constructor"])(
  "says nothing about %s, which it does not know",
  (model) => {
    expect(usdPerMinute(model)).toBeUndefined();
  },
);
