import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import type { Client } from "pg";
import { MIGRATIONS_FOLDER } from "./migrations-folder.ts";

/** "captions" on a telephone's keys: any number that nobody else takes. */
export const MIGRATION_LOCK = 22_784_667;
/** Two releases at once wait for each other; longer than this, something hangs. */
const LOCK_TIMEOUT = "10min";

/**
 * Brings a database to what this release expects: all that is missing, or nothing. Of several that do so at
 * once, one does, and the others wait for it.
 *
 * @param client connected, and used by nobody else meanwhile
 * @returns how many migrations were missing
 */
export async function applyMigrations(client: Client): Promise<number> {
  // A lock of the session: it goes with the connection, however this ends.
  await client.query(`SET lock_timeout = '${LOCK_TIMEOUT}'`);
  await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
  try {
    const before = await applied(client);
    await migrate(drizzle({ client }), { migrationsFolder: MIGRATIONS_FOLDER });
    return (await applied(client)) - before;
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [MIGRATION_LOCK]);
  }
}

async function applied(client: Client): Promise<number> {
  const table = "drizzle.__drizzle_migrations";
  const { rows: found } = await client.query("SELECT to_regclass($1) AS name", [table]);
  if (found[0]?.name === null) return 0;
  const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int FROM ${table}`);
  return rows[0]?.count ?? 0;
}
