import type { PoolClient, PoolConfig } from "pg";
import { Pool } from "pg";
import type { Logger } from "pino";
import { databaseError, isReadOnly } from "./unavailable.ts";

type Ask = (...args: unknown[]) => Promise<unknown>;

/**
 * A pool for drizzle and pg-boss. What fails in it because the server is away fails with AppError
 * database_unavailable, and a connection that breaks while somebody has it leaves the pool at once: drizzle
 * never gives one back whose `begin` failed, and every restart of the server would cost places for good.
 */
export function createPool(config: PoolConfig, log: Pick<Logger, "warn">): Pool {
  const pool = new Pool(config);
  // One that breaks while it rests is nobody's failure; the next one is another.
  pool.on("error", (error) => log.warn({ err: error }, "a connection to the database broke"));
  pool.on("connect", (client) => {
    // Without it, one that breaks while it is in use would end the process.
    client.on("error", () => {});
    const ask = translated(client.query.bind(client) as Ask, (error) => {
      // A writer that became a reader keeps its connections: the next one is to lead to the new writer.
      if (isReadOnly(error)) void client.end().catch(() => {});
    });
    client.query = ask as PoolClient["query"];
  });
  const connect = pool.connect.bind(pool);
  const taken = async () => leaveWhenBroken(await connect().catch(fail));
  pool.connect = ((callback?: Parameters<typeof connect>[0]) =>
    callback === undefined ? taken() : connect(callback)) as Pool["connect"];
  pool.query = translated(pool.query.bind(pool) as Ask) as Pool["query"];
  return pool;
}

function fail(error: unknown): never {
  throw databaseError(error);
}

/** The same, with the errors that everyone knows. A call with a callback gives no promise. */
function translated(ask: Ask, onError: (error: unknown) => void = () => {}): Ask {
  return (...args) => {
    const asked: unknown = ask(...args);
    if (!(asked instanceof Promise)) return asked as Promise<unknown>;
    return asked.catch((error: unknown) => {
      onError(error);
      return fail(error);
    });
  };
}

function leaveWhenBroken(client: PoolClient): PoolClient {
  const release = client.release.bind(client);
  let released = false;
  const giveBack = (error?: Error | boolean) => {
    if (released) return;
    released = true;
    client.off("end", broken);
    release(error);
  };
  const broken = () => giveBack(true);
  client.once("end", broken);
  client.release = giveBack;
  return client;
}
