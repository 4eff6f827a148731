import { describe, expect, it } from "vitest";
import { createSignInState } from "./sign-in-state.ts";
import { unlessRefusedBefore } from "./unless-refused-before.ts";

function service(statuses: readonly number[]) {
  const left = [...statuses];
  const state = createSignInState();
  const asked: unknown[] = [];
  const inBetween: (() => void)[] = [];
  const ask = unlessRefusedBefore(async (input) => {
    asked.push(input);
    inBetween.shift()?.();
    return new Response(null, { status: left.shift() ?? 500 });
  }, state.times);
  return { ask, asked, state, inBetween };
}

describe("what is refused", () => {
  it("is asked for once more where somebody has signed in meanwhile", async () => {
    const { ask, asked, state, inBetween } = service([401, 200]);
    inBetween.push(() => state.done());
    expect((await ask("/api/limits")).status).toBe(200);
    expect(asked).toEqual(["/api/limits", "/api/limits"]);
  });

  it("stays so where nobody has, or did so before", async () => {
    const { ask, asked, state } = service([401, 401]);
    expect((await ask("/api/limits")).status).toBe(401);
    state.done();
    expect((await ask("/api/limits")).status).toBe(401);
    expect(asked).toHaveLength(2);
  });

  it("is asked for no more than once more", async () => {
    const { ask, asked, state, inBetween } = service([401, 401, 200]);
    inBetween.push(state.done, state.done);
    expect((await ask("/api/limits")).status).toBe(401);
    expect(asked).toHaveLength(2);
  });
});
