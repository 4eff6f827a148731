import { relative } from "node:path";
import { loadSettings } from "../../packages/infra/src/config/load-settings.ts";
import {
  PLACEHOLDER_BUCKET,
  PLACEHOLDER_WARNING,
} from "../../packages/infra/src/config/state-config.ts";
import { readEnv } from "../../packages/infra/src/env.ts";
import { STACKS } from "../../packages/infra/src/stacks/names.ts";
import { synthesize } from "../../packages/infra/src/synth.ts";
import { runMain } from "../shared/failure.ts";
import { told } from "./told.ts";

/** `pnpm synth`: all stacks, without cdktf-cli. */
async function main(): Promise<number> {
  const { outdir, settings: file } = readEnv();
  const settings = await told(() => {
    const loaded = loadSettings(file);
    synthesize(loaded, outdir);
    return loaded;
  });
  console.log(`${STACKS.join(", ")} are in ${relative(process.cwd(), outdir)}/stacks.`);
  if (settings.state.bucket === PLACEHOLDER_BUCKET) console.log(PLACEHOLDER_WARNING);
  return 0;
}

await runMain(main);
