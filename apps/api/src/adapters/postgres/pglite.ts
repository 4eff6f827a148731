import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { MIGRATIONS_FOLDER } from "../../db/migrations-folder.ts";
import { makeCluster } from "./make-cluster.ts";

/**
 * Postgres's own defaults are for a server: they keep 128 MB of buffers, all of it this process's
 * memory. History and jobs of one machine fit in far less, and the rest is in the file cache.
 */
const START_PARAMS = [
  ...PGlite.defaultStartParams,
  ...["-c", "shared_buffers=16MB", "-c", "wal_buffers=1MB"],
];

/**
 * Opens the embedded Postgres in `dataDir/postgres` and brings its tables up to date. The caller
 * holds the folder's lock: a second process on the same files loses writes without an error.
 */
export async function openPglite(dataDir: string) {
  const folder = join(dataDir, "postgres");
  await makeCluster(folder);
  const client = await PGlite.create(folder, { startParams: [...START_PARAMS] });
  const db = drizzle({ client });
  await migrate(db, { migrationsFolder: MIGRATIONS_FOLDER });
  return { client, db };
}
