import { loadSettings } from "../../packages/infra/src/config/load-settings.ts";
import { readEnv } from "../../packages/infra/src/env.ts";
import { writeHcl } from "../../packages/infra/src/hcl/write-hcl.ts";
import { runMain } from "../shared/failure.ts";
import { ROOT } from "../shared/root.ts";
import { readHclArguments, USAGE } from "./hcl-arguments.ts";
import { told } from "./told.ts";

/** `pnpm hcl`: the way out of CDKTF. */
async function main(): Promise<number> {
  const args = process.argv.slice(2).filter((arg) => arg !== "--");
  if (args.includes("--help")) {
    console.log(USAGE);
    return 0;
  }
  const typedIn = process.env["INIT_CWD"] ?? process.cwd();
  const { stacks, out } = readHclArguments(args, { root: ROOT, typedIn });
  const folders = await told(() => writeHcl(loadSettings(readEnv().settings), stacks, out));
  console.log(folders.map((folder) => `Wrote ${folder}`).join("\n"));
  return 0;
}

await runMain(main);
