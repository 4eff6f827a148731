import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const api = fileURLToPath(new URL("../../api", import.meta.url));

/** What opens the database belongs to the API, and so does the process that it is opened in. */
const SCRIPT = `
import { openPglite } from "./src/adapters/postgres/pglite.ts";
const { client } = await openPglite(process.env.DATA_DIR);
await client.exec("UPDATE pgboss.job SET retry_limit = 0 WHERE state = 'active'");
await client.close();
`;

/** Says of an API that does not run that its jobs under way were tried often enough. */
export async function giveUpJobs(dataDir: string): Promise<void> {
  const flags = ["--disable-warning=ExperimentalWarning", "--input-type=module", "--eval", SCRIPT];
  const env = { ...process.env, DATA_DIR: dataDir };
  await promisify(execFile)(process.execPath, flags, { cwd: api, env });
}
