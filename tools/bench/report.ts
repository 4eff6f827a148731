import type { Figure } from "./figure.ts";

/** What figures depend on. It has no date and no name: the same machine writes the same lines. */
export interface Machine {
  readonly processors: number;
  /** What the processors call themselves; empty where they do not. */
  readonly model: string;
  readonly memoryBytes: number;
  /** `linux x64` */
  readonly system: string;
  /** `v24.1.0` */
  readonly node: string;
}

interface Surroundings {
  readonly machine: Machine;
  /** The name of the plot's file, where there is one. */
  readonly plot: string | undefined;
}

export const TABLE_HEAD = "| what | goal | seen |\n|---|---|---|\n";

export const tableRow = ({ what, goal, seen }: Figure) => `| ${what} | ${goal} | ${seen} |\n`;

/** A page of Markdown: the machine, the table, and the plot. */
export function reportOf(figures: readonly Figure[], { machine, plot }: Surroundings): string {
  const { processors, model, memoryBytes, system, node } = machine;
  const count = `${processors} ${processors === 1 ? "processor" : "processors"}`;
  const which = model === "" ? count : `${count} (${model})`;
  const gib = (memoryBytes / 1024 ** 3).toFixed(1);
  const picture =
    plot === undefined ? "" : `\n![Captions a second and waits, beside Flask](${plot})\n`;
  return `# What \`pnpm bench\` saw

${which}, ${gib} GiB of memory, ${system}, Node ${node}.

${TABLE_HEAD}${figures.map(tableRow).join("")}${picture}`;
}
