import { expect, it } from "vitest";
import { sweepSpending } from "./sweep-spending.ts";

it("forgets the days that are more than forty days ago, in UTC", async () => {
  const asked: string[] = [];
  const forgetBefore = async (day: string) => {
    asked.push(day);
    return 3;
  };
  const nothing = async () => ({ installation: 0, session: 0 });
  const ledger = { forgetBefore, spent: nothing, underWay: nothing };
  const now = () => new Date("2026-11-28T23:59:59Z");
  expect(await sweepSpending({ ledger, now })).toBe(3);
  expect(asked).toEqual(["2026-10-19"]);
});
