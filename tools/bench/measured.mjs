// Runs a program as if it were started itself, and says at its end how much memory it took at the most.
// The arguments are the program's file, and then its own.
import { writeSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [program = ""] = process.argv.splice(2, 1);
process.on("exit", () => {
  writeSync(2, `\npeak memory: ${process.resourceUsage().maxRSS} KB\n`);
});
await import(pathToFileURL(resolve(program)).href);
