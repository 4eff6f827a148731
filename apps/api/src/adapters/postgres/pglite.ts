import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { makeCluster } from "./make-cluster.ts";

const migrationsFolder = fileURLToPath(new URL("../../../drizzle", import.meta.url));

/**
 * Opens the embedded Postgres in `dataDir/postgres` and brings its tables up to date. The caller
 * holds the folder's lock: a second process on the same files loses writes without an error.
 */
export async function openPglite(dataDir: string) {
  const folder = join(dataDir, "postgres");
  await makeCluster(folder);
  const client = await PGlite.create(folder);
  const db = drizzle({ client });
  await migrate(db, { migrationsFolder });
  return { client, db };
}
