import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Failure } from "../shared/failure.ts";
import { ROOT } from "../shared/root.ts";
import { run } from "../shared/run.ts";
import type { Figure } from "./figure.ts";
import { median, megabytes } from "./figure.ts";

const ROUNDS = 5;
const MEASURED = join(ROOT, "tools", "bench", "measured.mjs");
/** As the root's scripts do. */
const FAST_START = ["--import", "./packages/infra/src/start/fast-start.ts"];

interface Run {
  readonly seconds: number;
  /** The most memory the process had, in bytes. */
  readonly peak: number;
}

/** One start of a program, from nothing to its end. */
async function once(args: readonly string[], outdir: string): Promise<Run> {
  const started = performance.now();
  const { code, output } = await run(process.execPath, [...FAST_START, MEASURED, ...args], {
    cwd: ROOT,
    env: { ...process.env, CDKTF_OUTDIR: outdir, NODE_NO_WARNINGS: "1" },
  });
  const seconds = (performance.now() - started) / 1_000;
  if (code !== 0) throw new Failure(output);
  const kilobytes = Number(/^peak memory: (\d+) KB$/mu.exec(output)?.[1] ?? Number.NaN);
  return { seconds, peak: kilobytes * 1024 };
}

async function several(args: readonly string[]): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), "bench-infra-"));
  const runs: Run[] = [];
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const run = await once(args, join(folder, String(round)));
      // The first one ever compiles, for all that follow.
      if (round > 0) runs.push(run);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return {
    seconds: median(runs.map(({ seconds }) => seconds)),
    peak: Math.max(...runs.map(({ peak }) => peak)),
  };
}

/** Synthesizing all stacks, and comparing one with HCL, each in a process of its own. */
export async function measureInfra(): Promise<Figure[]> {
  const synth = await several(["packages/infra/src/main.ts"]);
  const parity = await several(["tools/infra/parity.ts", "--static"]);
  return [
    {
      what: `synth of all stacks from a cold start, median of ${ROUNDS}, most memory`,
      goal: "<= 1.5 s, <= 250 MB",
      seen: `${synth.seconds.toFixed(2)} s, ${megabytes(synth.peak)}`,
    },
    {
      what: `parity --static from a cold start, median of ${ROUNDS}`,
      goal: "<= 2 s",
      seen: `${parity.seconds.toFixed(2)} s`,
    },
  ];
}
