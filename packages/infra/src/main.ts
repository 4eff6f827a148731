import { loadSettings } from "./config/load-settings.ts";
import { readEnv } from "./env.ts";
import { InfraError } from "./errors.ts";
import { synthesize } from "./synth.ts";

try {
  const { outdir, settings } = readEnv();
  synthesize(loadSettings(settings), outdir);
} catch (error) {
  if (!(error instanceof InfraError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
