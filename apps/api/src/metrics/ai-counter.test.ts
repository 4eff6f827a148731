import { expect, it } from "vitest";
import { createAiCounter } from "./ai-counter.ts";

it("adds up errors and dollars, and begins anew once it was asked", () => {
  const counter = createAiCounter();
  counter.failed();
  counter.failed();
  counter.spent(0.25);
  counter.spent(0.5);
  expect(counter.take()).toEqual({ errors: 2, usd: 0.75 });
  expect(counter.take()).toEqual({ errors: 0, usd: 0 });
});
