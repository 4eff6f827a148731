import type { PgBoss } from "pg-boss";
import { pino } from "pino";
import { expect, it } from "vitest";
import { createPump } from "./pump.ts";

/** A queue whose answers to a fetch are given by the test, and what it was told. */
function slowBoss() {
  const fetches: PromiseWithResolvers<{ id: string; data: object }[]>[] = [];
  const failed: string[] = [];
  const boss = {
    fetch: () => {
      const answer = Promise.withResolvers<{ id: string; data: object }[]>();
      fetches.push(answer);
      return answer.promise;
    },
    complete: async () => {},
    fail: async (_: string, id: string) => {
      failed.push(id);
    },
  };
  return { boss: boss as unknown as PgBoss, fetches, failed };
}

const config = {
  queue: "captions",
  concurrency: 4,
  pollMs: 60_000,
  beatMs: 60_000,
  log: pino({ level: "silent" }),
};

it("hands back at once what a fetch brings that was under way when it was drained", async () => {
  const { boss, fetches, failed } = slowBoss();
  const begun: object[] = [];
  const pump = createPump(boss, config);
  pump.start(async (job) => {
    begun.push(job);
  });
  let drained = false;
  const draining = pump.drain(10_000).then(() => {
    drained = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(drained).toBe(false);
  fetches[0]?.resolve([
    { id: "first", data: {} },
    { id: "second", data: {} },
  ]);
  await draining;
  expect(begun).toEqual([]);
  expect(failed).toEqual(["first", "second"]);
  expect(fetches).toHaveLength(1);
});

it("waits no longer for a fetch than for jobs, and still begins none of them", async () => {
  const { boss, fetches, failed } = slowBoss();
  const begun: object[] = [];
  const pump = createPump(boss, config);
  pump.start(async (job) => {
    begun.push(job);
  });
  await pump.drain(10);
  fetches[0]?.resolve([{ id: "late", data: {} }]);
  await expect.poll(() => failed).toEqual(["late"]);
  expect(begun).toEqual([]);
});
