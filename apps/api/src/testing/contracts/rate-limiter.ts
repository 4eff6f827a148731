import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Quota, RateLimiter } from "../../ports/rate-limiter.ts";

export interface RateLimiterUnderTest {
  readonly limiter: RateLimiter;
  close(): Promise<void>;
}

/** What every rate limiter does, whoever it counts together with. */
export function rateLimiterContract(name: string, open: () => Promise<RateLimiterUnderTest>) {
  describe(`${name} as a rate limiter`, () => {
    let tested: RateLimiterUnderTest;
    let quota: Quota;
    beforeEach(async () => {
      tested = await open();
      quota = { name: `test-${randomUUID()}`, most: 3, windowSeconds: 60 };
    });
    afterEach(() => tested.close());

    const take = (who: string, of = quota) => tested.limiter.take(of, who);

    it("allows as many as there are, and says how many are left", async () => {
      const allowances = [await take("ann"), await take("ann"), await take("ann")];
      expect(allowances.map(({ allowed }) => allowed)).toEqual([true, true, true]);
      expect(allowances.map(({ remaining }) => remaining)).toEqual([2, 1, 0]);
    });

    it("refuses one more, and says when there are some again", async () => {
      for (let n = 0; n < quota.most; n += 1) await take("ann");
      const { resetMs, ...refused } = await take("ann");
      expect(refused).toEqual({ allowed: false, remaining: 0 });
      expect(resetMs).toBeGreaterThan(5_000);
      expect(resetMs).toBeLessThanOrEqual(60_000);
    });

    it("allows no more than there are to those who ask at once", async () => {
      const all = await Promise.all(Array.from({ length: 20 }, () => take("ann")));
      expect(all.filter(({ allowed }) => allowed)).toHaveLength(quota.most);
    });

    it("counts for everybody apart", async () => {
      for (let n = 0; n < quota.most; n += 1) await take("ann");
      expect(await take("bob")).toMatchObject({ allowed: true, remaining: 2 });
    });

    it("counts each quota apart", async () => {
      for (let n = 0; n < quota.most; n += 1) await take("ann");
      const other = { ...quota, name: `${quota.name}-other` };
      expect(await take("ann", other)).toMatchObject({ allowed: true, remaining: 2 });
    });

    it("allows as many again when the time is over", async () => {
      const short = { ...quota, name: `${quota.name}-short`, most: 1, windowSeconds: 3 };
      await take("ann", short);
      expect(await take("ann", short)).toMatchObject({ allowed: false });
      await wait(3_100);
      expect(await take("ann", short)).toMatchObject({ allowed: true });
    });
  });
}
