import { loadSettings } from "../../packages/infra/src/config/load-settings.ts";
import { readEnv } from "../../packages/infra/src/env.ts";
import { runMain } from "../shared/failure.ts";
import { interruptible } from "./interruptible.ts";
import { readReleaseArguments, USAGE } from "./release/arguments.ts";
import { aws } from "./release/aws.ts";
import { namesIn } from "./release/names.ts";
import { release } from "./release/run.ts";
import { CLOCK } from "./release/wait.ts";
import { told } from "./told.ts";

const EVERY_MS = 10_000;

/** `pnpm release ENVIRONMENT`: has the services run what the last deployment registered. */
async function main(): Promise<number> {
  const args = process.argv.slice(2).filter((arg) => arg !== "--");
  if (args.includes("--help")) {
    console.log(USAGE);
    return 0;
  }
  const wanted = readReleaseArguments(args);
  const { environments } = await told(() => loadSettings(readEnv().settings));
  const config = environments[wanted.environment];
  const names = namesIn(config);
  const cloud = aws(config, names);
  try {
    await interruptible(async (signal) => {
      const waiting = { clock: CLOCK, everyMs: EVERY_MS, signal };
      await release(wanted, { cloud, names, waiting, tell: console.log });
    }, "No longer waiting ...");
    return 0;
  } finally {
    cloud.close();
  }
}

await runMain(main);
