import { Failure, runMain } from "../shared/failure.ts";
import { environmentOf } from "./parity-arguments.ts";
import { rehearseEnvironment } from "./rehearse/command.ts";

const USAGE = `pnpm rehearse [dev|staging|prod]

Deploys the state backend and an environment with cdktf to an AWS emulator on this machine, shows
what was made, where the state is and that it was locked, and destroys everything again.`;

async function main(): Promise<number> {
  const args = process.argv.slice(2).filter((arg) => arg !== "--");
  if (args.includes("--help")) {
    console.log(USAGE);
    return 0;
  }
  const [named, ...rest] = args;
  if (rest.length > 0) throw new Failure(`Too many arguments: ${rest.join(" ")}\n\n${USAGE}`, 2);
  return await rehearseEnvironment(environmentOf(named));
}

await runMain(main);
