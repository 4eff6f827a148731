import type { PGlite, QueryOptions, Transaction } from "@electric-sql/pglite";
import type { Statement } from "./messages.ts";
import type { Thread } from "./thread.ts";
import { startThread } from "./thread.ts";

/** As much of PGlite as drizzle and pg-boss use. */
export type EmbeddedClient = Pick<PGlite, "query" | "exec" | "transaction" | "close">;

/**
 * The embedded Postgres on the files in `folder`, used as PGlite is, but in a thread of its own: a statement
 * keeps the processor for as long as it takes, some of them 50 ms, and nobody else would be answered meanwhile.
 */
export async function openEmbedded(folder: string): Promise<EmbeddedClient> {
  const thread = await startThread(folder);
  return {
    ...statementsOf(thread),
    close: () => thread.close(),
    async transaction(work) {
      const transaction = (await thread.ask({ kind: "begin" })) as number;
      const tx = {
        ...statementsOf(thread, transaction),
        rollback: async () => {
          throw new Error("A transaction is rolled back by an error.");
        },
      };
      try {
        // drizzle takes a transaction for a client, and asks it for statements alone.
        const result = await work(tx as unknown as Transaction);
        await thread.ask({ kind: "commit", transaction });
        return result;
      } catch (error) {
        await thread.ask({ kind: "rollback", transaction }).catch(() => {});
        throw error;
      }
    },
  };
}

type Statements = Pick<Transaction, "query" | "exec">;

function statementsOf(thread: Thread, transaction?: number): Statements {
  const ask = (statement: Statement) =>
    thread.ask(transaction === undefined ? statement : { ...statement, transaction });
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
