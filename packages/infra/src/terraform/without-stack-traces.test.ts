import { Lazy } from "cdktf";
import { expect, it } from "vitest";
import { withoutStackTraces } from "./without-stack-traces.ts";

const newToken = () => Lazy.anyValue({ produce: () => 1 });

it("keeps a token from taking a stack trace, which cdktf does otherwise", () => {
  expect(newToken().creationStack).not.toEqual([]);
  withoutStackTraces();
  expect(newToken().creationStack).toEqual([]);
});
