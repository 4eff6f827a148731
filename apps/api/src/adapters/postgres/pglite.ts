import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { MIGRATIONS_FOLDER } from "../../db/migrations-folder.ts";
import type { EmbeddedClient } from "./embedded/client.ts";
import { openEmbedded } from "./embedded/client.ts";
import { makeCluster } from "./make-cluster.ts";

/**
 * Opens the embedded Postgres in `dataDir/postgres` and brings its tables up to date. The caller
 * holds the folder's lock: a second process on the same files loses writes without an error.
 */
export async function openPglite(dataDir: string) {
  const folder = join(dataDir, "postgres");
  await makeCluster(folder);
  // What is missing of PGlite's own, neither drizzle nor pg-boss asks for.
  const client = (await openEmbedded(folder)) as EmbeddedClient & PGlite;
  const db = drizzle({ client });
  await migrate(db, { migrationsFolder: MIGRATIONS_FOLDER });
  return { client, db };
}
