import { join } from "node:path";
import { runMain } from "../shared/failure.ts";
import { ROOT } from "../shared/root.ts";
import { readParityArguments, USAGE } from "./parity-arguments.ts";

const FOLDERS = {
  reference: join(ROOT, "packages", "infra", "reference"),
  typedIn: process.env["INIT_CWD"] ?? process.cwd(),
};

async function main(): Promise<number> {
  const args = process.argv.slice(2).filter((arg) => arg !== "--");
  if (args.includes("--help")) {
    console.log(USAGE);
    return 0;
  }
  const read = readParityArguments(args, FOLDERS);
  // Loaded only when asked for: without Terraform it is a matter of a second.
  if (read.asWritten) return await (await import("./parity-static.ts")).parityStatic(read);
  return await (await import("./plan-parity/command.ts")).planParity(read);
}

await runMain(main);
