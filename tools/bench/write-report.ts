import { mkdir, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { ROOT } from "../shared/root.ts";
import type { Round } from "./crowd.ts";
import type { Figure } from "./figure.ts";
import type { Machine } from "./report.ts";
import { reportOf } from "./report.ts";
import { drawVersus } from "./versus-plot.ts";

/** Where what was measured is kept, beside what is printed. Git ignores it. */
const FOLDER = join(ROOT, "bench");

/** Writes `report.md`, and `versus.svg` where Flask was measured. */
export async function writeReport(
  figures: readonly Figure[],
  rounds: readonly Round[],
): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const plot = rounds.length === 0 ? undefined : "versus.svg";
  await writeFile(join(FOLDER, "report.md"), reportOf(figures, { machine: machine(), plot }));
  if (plot !== undefined) await writeFile(join(FOLDER, plot), drawVersus(rounds));
}

function machine(): Machine {
  const processors = cpus();
  return {
    processors: processors.length,
    model: processors[0]?.model.trim() ?? "",
    memoryBytes: totalmem(),
    system: `${process.platform} ${process.arch}`,
    node: process.version,
  };
}
