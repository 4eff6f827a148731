import { describe, expect, it } from "vitest";
import { has } from "../../../apps/api/src/testing/capabilities.ts";
import { firstLacking } from "../../terraform/capabilities.ts";
import type { Finding } from "../finding.ts";
import { followAcross } from "../followed-caption.ts";
import { killWorkers } from "../killed-workers.ts";
import { loseServers } from "../lost-servers.ts";

const PATIENTLY = { timeout: 600_000 };
const JOBS = 12;
/** Beside other tests, a process may not get its turn for seconds: what matters here is that all goes on. */
const BUSY = { stillS: 90, lostPerKill: 3 };

const servers = (["postgres", "redis"] as const).find((each) => !has(each));
const lacking = servers ?? (await firstLacking(["moto"]));
const title = "several machines";

/** `pnpm chaos` in a short form: what is not as it should be fails, with what was seen. */
const bad = (findings: readonly Finding[]) => findings.filter(({ good }) => !good);

describe.skipIf(lacking !== undefined)(lacking ? `${title} [needs ${lacking}]` : title, () => {
  it("do every job once when workers are killed, and pay for it once", PATIENTLY, async () => {
    expect(bad(await killWorkers({ jobs: 24, workers: 2, kills: 2, allowed: BUSY }))).toEqual([]);
  });

  it(
    "lose no caption when Redis, Postgres, S3 or the model fail for a while",
    PATIENTLY,
    async () => {
      expect(bad(await loseServers(JOBS))).toEqual([]);
    },
  );

  it("let a page go on at another when the one it watched is killed", PATIENTLY, async () => {
    expect(bad(await followAcross())).toEqual([]);
  });
});
