import { drizzle } from "drizzle-orm/node-postgres";
import { Client } from "pg";
import type { ConstructorOptions } from "pg-boss";
import type { Logger } from "pino";
import { applyMigrations } from "../../db/apply-migrations.ts";
import type { Connection } from "../../db/connection.ts";
import { connectionFault } from "../../db/connection-fault.ts";
import type { Database } from "../../db/database.ts";
import { StartupError } from "../../errors/startup-error.ts";
import { createPool } from "./pool.ts";
import { unavailable } from "./unavailable.ts";

export interface ServerConfig {
  readonly connection: Connection;
  /** The most connections this process takes at once, beside one that only listens. */
  readonly connections: number;
  readonly log: Pick<Logger, "warn">;
}

/** No statement of ours takes longer, but one that waits for a lock nobody lets go of. */
const STATEMENT_MS = 30_000;
/** A request rather learns that there is no room than waits longer. */
const CONNECT_MS = 10_000;
/** Whether the server answers is asked to know it now. */
const PING_MS = 3_000;

export interface Server {
  readonly db: Database;
  /** The same connections, for pg-boss. */
  readonly executor: NonNullable<ConstructorOptions["db"]>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a Postgres server and brings its tables up to date; of several processes that do so at once, one
 * does. What fails later because the server is away fails with AppError database_unavailable.
 *
 * @throws StartupError where it cannot be reached or does not let us in
 */
export async function openServer({ connection, connections, log }: ServerConfig): Promise<Server> {
  await migrate(connection);
  const pool = createPool(
    {
      ...connection,
      max: connections,
      connectionTimeoutMillis: CONNECT_MS,
      idleTimeoutMillis: 30_000,
      statement_timeout: STATEMENT_MS,
      // A connection whose other end is gone without a word is found out by these two.
      query_timeout: STATEMENT_MS + 5_000,
      keepAlive: true,
    },
    log,
  );
  return {
    db: drizzle({ client: pool }),
    executor: { executeSql: (text, values) => pool.query(text, values) },
    ping: async () => {
      // node-postgres takes the time of a single query, which its types do not know. A server that only reads, as
      // one that is no writer any more, answers and is of no use.
      const text = "select current_setting('transaction_read_only') = 'on' as \"readOnly\"";
      const { rows } = await pool.query<{ readOnly: boolean }>({
        text,
        ...{ query_timeout: PING_MS },
      });
      if (rows[0]?.readOnly) throw unavailable(new Error("The database only reads."));
    },
    close: () => pool.end(),
  };
}

async function migrate(connection: Connection): Promise<void> {
  const client = new Client(connection);
  // A server that goes down meanwhile fails the statement; without it, the process would end.
  client.on("error", () => {});
  try {
    await client.connect();
    await applyMigrations(client);
  } catch (error) {
    const fault = connectionFault(error, connection);
    throw fault === undefined ? error : new StartupError(fault, { cause: error });
  } finally {
    await client.end().catch(() => {});
  }
}
