import { parseArgs } from "node:util";
import { pino } from "pino";
import { listDeadLetters, retryDeadLetters } from "./captions/dead-letters.ts";
import { openJobs } from "./composition/jobs.ts";
import { readEnv } from "./env.ts";
import { StartupError } from "./errors/startup-error.ts";

const USAGE = `Captions whose jobs were given up.

  node src/jobs.ts dead                 lists them
  node src/jobs.ts retry ID...          tries these again
  node src/jobs.ts retry --all          tries all again

It uses the database that the API uses. One in a data folder can only be opened while the API is stopped.
`;

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { all: { type: "boolean", default: false } },
  });
  const [command, ...ids] = positionals;
  const known = command === "dead" || (command === "retry" && (values.all || ids.length > 0));
  if (!known) throw new StartupError(USAGE);
  const jobs = await openJobs(readEnv(), pino({ level: "silent" }));
  try {
    const letters = await listDeadLetters(jobs);
    if (command === "dead") return print(letters.map(toLine), "Nothing was given up.");
    const wanted = values.all ? letters.map(({ captionId }) => captionId) : ids;
    const retried = await retryDeadLetters(jobs, wanted);
    print(
      retried.map(({ id, outcome }) => `${id} ${WHAT_BECAME[outcome]}`),
      "There is no such caption any more.",
    );
  } finally {
    await jobs.close();
  }
}

const WHAT_BECAME = {
  retried: "is tried again.",
  not_retryable:
    "cannot be tried again: it did not end as interrupted, or its file is gone after a day.",
  over_budget: "is left as it is: the day's budget has no room for it.",
} as const;

const toLine = ({
  captionId,
  at,
  file,
  state,
  reason,
}: Awaited<ReturnType<typeof listDeadLetters>>[number]) =>
  [at.toISOString(), captionId, state, JSON.stringify(file), reason].join("\t");

function print(lines: readonly string[], otherwise: string): void {
  process.stdout.write(`${lines.length === 0 ? otherwise : lines.join("\n")}\n`);
}

main().then(
  () => process.exit(0),
  (error) => {
    const words = error instanceof StartupError ? error.message : (error.stack ?? String(error));
    process.stderr.write(`${words}\n`);
    process.exit(1);
  },
);
