import { setTimeout as wait } from "node:timers/promises";
import { sendPhotos, untilFinished } from "./crowd.ts";
import type { Finding } from "./finding.ts";
import { finding } from "./finding.ts";
import type { Fleet } from "./fleet.ts";
import { startFleet } from "./fleet.ts";
import { answersLost, askedAgain, noteKeptAnswers } from "./payments.ts";
import { recoveries } from "./recovery.ts";

const WITHIN_MS = 180_000;

export interface KilledWorkers {
  readonly jobs: number;
  readonly workers: number;
  readonly kills: number;
  /** What is good enough: the goal, where nothing is said. */
  readonly allowed?: Allowed;
}

interface Allowed {
  /** How long a job may lie still after its process was killed, in seconds. */
  readonly stillS: number;
  /** Answers lost with a process. What arrives in the instant of a kill nobody can keep. */
  readonly lostPerKill: number;
}

const GOAL: Allowed = { stillS: 15, lostPerKill: 1 };

/** Workers that are killed at random moments, again and again: everything is done once, and paid once. */
export async function killWorkers({
  jobs,
  workers,
  kills,
  allowed = GOAL,
}: KilledWorkers): Promise<Finding[]> {
  const fleet = await startFleet({ apis: 1, workers, modelMs: 1_000 });
  try {
    await noteKeptAnswers(fleet.sql);
    const sending = sendPhotos(fleet, jobs);
    const killed = await killAtRandom(fleet, kills);
    const { ids } = await sending;
    const states = await untilFinished(fleet, ids, WITHIN_MS);
    const lain = await recoveries(fleet.sql, killed);
    const worst = Math.max(0, ...lain);
    const { rows } = await fleet.sql.query<{ count: number }>("SELECT count(*)::int FROM captions");
    const again = await askedAgain(fleet.sql);
    const lost = answersLost(fleet.gemini.requests);
    return [
      finding(
        `${jobs} jobs, ${workers} workers, ${kills} SIGKILLs: captions done`,
        `${jobs}`,
        JSON.stringify(states),
        states["done"] === jobs,
      ),
      finding("captions in the history", `${jobs}`, `${rows[0]?.count}`, rows[0]?.count === jobs),
      finding(
        "times the model was asked for an answer that was kept",
        "0",
        `${again}, and ${lost} times for one that was lost with the process it had arrived at`,
        again === 0 && lost <= kills * allowed.lostPerKill,
      ),
      finding(
        `the longest that a job lay still after its process was killed (${lain.length} did)`,
        `<= ${allowed.stillS} s`,
        `${worst.toFixed(1)} s`,
        worst <= allowed.stillS,
      ),
    ];
  } finally {
    await fleet.stop();
  }
}

/** Kills one worker after the other and starts it again; returns when. */
async function killAtRandom({ workers }: Fleet, kills: number): Promise<number[]> {
  const killed: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    await wait(500 + Math.random() * 1_500);
    const victim = workers[Math.floor(Math.random() * workers.length)];
    if (victim === undefined) continue;
    killed.push(await victim.kill());
    await victim.start();
  }
  return killed;
}
