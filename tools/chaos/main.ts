import { followAcross } from "./followed-caption.ts";
import { killWorkers } from "./killed-workers.ts";
import { loseServers } from "./lost-servers.ts";

/** `pnpm chaos`: breaks what several machines stand on, in earnest, and tells what came of it. */
const JOBS = 100;

const EXPERIMENTS = [
  () => killWorkers({ jobs: 300, workers: 3, kills: 12 }),
  () => loseServers(JOBS),
  followAcross,
];

process.stdout.write("| what | should be | was | |\n|---|---|---|---|\n");
let bad = 0;
for (const experiment of EXPERIMENTS) {
  for (const { what, goal, seen, good } of await experiment()) {
    if (!good) bad += 1;
    process.stdout.write(`| ${what} | ${goal} | ${seen} | ${good ? "good" : "BAD"} |\n`);
  }
}
process.exitCode = bad === 0 ? 0 : 1;
