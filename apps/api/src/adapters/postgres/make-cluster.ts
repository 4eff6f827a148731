import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("./make-cluster.process.ts", import.meta.url));

/**
 * Makes an embedded database in `folder`, unless there is one. A process of its own does it: making
 * one takes some 200 MB more than using it, and a process keeps what it once took. The folder gets
 * its name at the end, so that a killed start leaves no half database.
 */
export async function makeCluster(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const child = fork(program, [unfinished], {
    execArgv: ["--disable-warning=ExperimentalWarning"],
    stdio: "inherit",
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`Making the database in ${folder} ended with ${code}.`);
  await rename(unfinished, folder);
}
