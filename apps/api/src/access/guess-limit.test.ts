import { describe, expect, it } from "vitest";
import { createMemoryState } from "../adapters/memory/shared-state.ts";
import { createGuessLimit } from "./guess-limit.ts";

const WRONG = { right: false };
const RIGHT = { right: true };

function setup() {
  const clock = { now: 1_000 };
  const state = createMemoryState();
  const limit = () => createGuessLimit(state, () => clock.now);
  const guess = async (address: string, times: number) => {
    for (let each = 0; each < times; each += 1) await limit().judge(address, WRONG);
  };
  return { clock, limit: limit(), another: limit(), guess };
}

const THROTTLED = { code: "sign_in_throttled" };

describe("the limit on guesses", () => {
  it("lets an address be wrong ten times, and then not even be right for a minute", async () => {
    const { clock, limit, guess } = setup();
    await guess("192.0.2.1", 9);
    clock.now += 20_000;
    await guess("192.0.2.1", 1);
    const over = { ...THROTTLED, retryAfterMs: 40_000 };
    await expect(limit.judge("192.0.2.1", WRONG)).rejects.toMatchObject(over);
    await expect(limit.judge("192.0.2.1", RIGHT)).rejects.toMatchObject(over);
    clock.now += 40_001;
    await expect(limit.judge("192.0.2.1", RIGHT)).resolves.toBeUndefined();
    await guess("192.0.2.1", 10);
    await expect(limit.judge("192.0.2.1", RIGHT)).rejects.toMatchObject(THROTTLED);
  });

  it("counts each address for itself, and no right one", async () => {
    const { limit, guess } = setup();
    await guess("192.0.2.1", 10);
    for (let each = 0; each < 20; each += 1) await limit.judge("192.0.2.2", RIGHT);
    await expect(limit.judge("192.0.2.2", WRONG)).resolves.toBeUndefined();
  });

  it("counts at all processes together", async () => {
    const { limit, another, guess } = setup();
    await guess("192.0.2.1", 5);
    for (let each = 0; each < 5; each += 1) await another.judge("192.0.2.1", WRONG);
    await expect(limit.judge("192.0.2.1", RIGHT)).rejects.toMatchObject(THROTTLED);
  });

  it("is not outrun by guesses that are sent at the same time", async () => {
    const { limit } = setup();
    const guesses = Array.from({ length: 30 }, () => limit.judge("192.0.2.1", WRONG));
    const judged = await Promise.allSettled(guesses);
    expect(judged.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  });
});
