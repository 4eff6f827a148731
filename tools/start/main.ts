import { existsSync } from "node:fs";
import { join } from "node:path";
import { Failure, runMain } from "../shared/failure.ts";
import { ensureInstalled } from "../shared/install.ts";
import { ROOT } from "../shared/root.ts";
import { ensureBuilt } from "./build.ts";
import { prepareDataFolder } from "./data-folder.ts";
import { requireFreePort } from "./ports.ts";
import { serve } from "./serve.ts";
import type { Settings } from "./settings.ts";
import { readSettings, USAGE } from "./settings.ts";

/** What fails in a moment is tried before what takes minutes. */
async function check({ data, host, port, apiPort }: Settings): Promise<void> {
  prepareDataFolder(data);
  await requireFreePort(port, host, "the page", "--port");
  await requireFreePort(apiPort, host, "the API", "--api-port");
}

async function prepare(): Promise<void> {
  const interrupted = new AbortController();
  const onSignal = () => interrupted.abort(new Failure("Stopped before it was ready.", 130));
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  await ensureInstalled(ROOT, "apps", interrupted.signal);
  await ensureBuilt(ROOT, interrupted.signal);
  process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
}

async function main(): Promise<number> {
  const dotEnv = join(ROOT, ".env");
  if (existsSync(dotEnv)) process.loadEnvFile(dotEnv);
  const typedIn = process.env["INIT_CWD"] ?? process.cwd();
  const settings = readSettings(process.argv.slice(2), process.env, { root: ROOT, typedIn });
  if (settings === "help") {
    console.log(USAGE);
    return 0;
  }
  await check(settings);
  await prepare();
  return await serve(ROOT, settings);
}

await runMain(main);
