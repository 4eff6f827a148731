import type { PGlite, QueryOptions, Transaction } from "@electric-sql/pglite";
import { databaseError } from "../unavailable.ts";
import type { Command, Statement } from "./messages.ts";
import { startThread } from "./thread.ts";

/** As much of PGlite as drizzle and pg-boss use. */
export type EmbeddedClient = Pick<PGlite, "query" | "exec" | "transaction" | "close"> & {
  /** Resolves, with why, where it ends though nobody closed it: it never answers again. */
  readonly lost: Promise<Error>;
};

/**
 * The embedded Postgres on the files in `folder`, used as PGlite is, but in a thread of its own: a statement
 * keeps the processor for as long as it takes, some of them 50 ms, and nobody else would be answered meanwhile.
 * Once it has ended, all that it is asked fails with AppError database_unavailable.
 */
export async function openEmbedded(folder: string): Promise<EmbeddedClient> {
  const thread = await startThread(folder);
  const ask: Ask = (command) =>
    thread.ask(command).catch((error: unknown) => {
      throw databaseError(error);
    });
  return {
    ...statementsOf(ask),
    lost: thread.lost,
    close: () => thread.close(),
    async transaction(work) {
      const transaction = (await ask({ kind: "begin" })) as number;
      const tx = {
        ...statementsOf(ask, transaction),
        rollback: async () => {
          throw new Error("A transaction is rolled back by an error.");
        },
      };
      try {
        // drizzle takes a transaction for a client, and asks it for statements alone.
        const result = await work(tx as unknown as Transaction);
        await ask({ kind: "commit", transaction });
        return result;
      } catch (error) {
        await ask({ kind: "rollback", transaction }).catch(() => {});
        throw error;
      }
    },
  };
}

type Ask = (command: Command) => Promise<unknown>;

type Statements = Pick<Transaction, "query" | "exec">;

function statementsOf(askThread: Ask, transaction?: number): Statements {
  const ask = (statement: Statement) =>
    askThread(transaction === undefined ? statement : { ...statement, transaction });
  return {
    query: (sql, params, options: QueryOptions = {}) =>
      ask({
        kind: "query",
        sql,
        params,
        rowMode: options.rowMode,
        unparsed: Object.keys(options.parsers ?? {}).map(Number),
      }) as ReturnType<Statements["query"]> as never,
    exec: (sql) => ask({ kind: "exec", sql }) as ReturnType<Statements["exec"]>,
  };
}
