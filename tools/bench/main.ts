import { runMain } from "../shared/failure.ts";
import { chooseMeasures } from "./choose-measures.ts";
import type { Round } from "./crowd.ts";
import type { Figure } from "./figure.ts";
import { measureFleet } from "./fleet.ts";
import { measureInfra } from "./infra.ts";
import { measureLatency } from "./latency.ts";
import { measureMemory } from "./memory.ts";
import { measurePlan } from "./plan.ts";
import { TABLE_HEAD, tableRow } from "./report.ts";
import { measureThroughput } from "./throughput.ts";
import { measureUploads } from "./uploads.ts";
import { measureVersus } from "./versus.ts";
import { measureVideo } from "./video.ts";
import { writeReport } from "./write-report.ts";

interface Measured {
  readonly figures: readonly Figure[];
  readonly rounds: readonly Round[];
}

/** A measure that has figures alone. */
const figuresOf = (measure: () => Promise<readonly Figure[]>) => async (): Promise<Measured> => ({
  figures: await measure(),
  rounds: [],
});

const MEASURES = {
  latency: figuresOf(measureLatency),
  throughput: figuresOf(measureThroughput),
  memory: figuresOf(measureMemory),
  uploads: figuresOf(measureUploads),
  video: figuresOf(measureVideo),
  fleet: figuresOf(measureFleet),
  versus: measureVersus,
  infra: figuresOf(measureInfra),
  plan: figuresOf(measurePlan),
} as const;

async function measure(asked: readonly string[]): Promise<number> {
  const names = chooseMeasures(asked, Object.keys(MEASURES) as (keyof typeof MEASURES)[]);
  const figures: Figure[] = [];
  const rounds: Round[] = [];
  process.stdout.write(TABLE_HEAD);
  for (const name of names) {
    const seen = await MEASURES[name]();
    for (const figure of seen.figures) process.stdout.write(tableRow(figure));
    figures.push(...seen.figures);
    rounds.push(...seen.rounds);
    // After each: what was measured outlives one that breaks.
    await writeReport(figures, rounds);
  }
  process.stdout.write("\nIt is in bench/report.md, too.\n");
  return 0;
}

await runMain(() => measure(process.argv.slice(2)));
