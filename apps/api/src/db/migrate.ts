import { Client } from "pg";
import { readEnv } from "../env.ts";
import { StartupError } from "../errors/startup-error.ts";
import { applyMigrations } from "./apply-migrations.ts";
import type { Connection } from "./connection.ts";
import { toConnection } from "./connection.ts";
import { connectionFault } from "./connection-fault.ts";

/** `node src/db/migrate.ts`: run once before a release, and ends with 0 when the database is ready for it. */
async function main(): Promise<void> {
  const connection = toConnection(readEnv());
  const { database, host, port } = connection;
  const client = await connect(connection);
  try {
    const count = await applyMigrations(client).catch((error: unknown) => {
      throw new StartupError(
        `The database ${database} on ${host}:${port} is as it was: a migration failed. ${reason(error)}`,
        { cause: error },
      );
    });
    const done = count === 0 ? "nothing was missing" : `migrations applied: ${count}`;
    process.stdout.write(`The database ${database} on ${host}:${port} is up to date: ${done}.\n`);
  } finally {
    await client.end().catch(() => {});
  }
}

async function connect(connection: Connection): Promise<Client> {
  const client = new Client(connection);
  // Without it, a server that goes down meanwhile ends the process before it can say so.
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => {});
    const fault = connectionFault(error, connection);
    throw fault === undefined ? error : new StartupError(fault, { cause: error });
  }
  return client;
}

/** drizzle puts the statement first; what Postgres says about it is its cause. */
function reason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}

main().then(
  () => process.exit(0),
  (error) => {
    const words = error instanceof StartupError ? error.message : (error.stack ?? String(error));
    process.stderr.write(`${words}\n`);
    process.exit(1);
  },
);
