import type { PGlite, Transaction } from "@electric-sql/pglite";

interface Open {
  readonly tx: Transaction;
  end(commit: boolean): void;
  /** Ends when Postgres has committed or rolled back. */
  readonly ended: Promise<void>;
}

class RolledBack extends Error {}

/** Transactions that are told one statement after the other, by number. */
export function createTransactions(database: Pick<PGlite, "transaction">) {
  const open = new Map<number, Open>();
  let numbers = 0;

  return {
    /** Returns its number once it is this one's turn. */
    begin(): Promise<number> {
      const { promise, resolve, reject } = Promise.withResolvers<number>();
      const waiting = Promise.withResolvers<void>();
      const ended = database
        .transaction(async (tx) => {
          numbers += 1;
          const end = (commit: boolean) =>
            commit ? waiting.resolve() : waiting.reject(new RolledBack());
          open.set(numbers, { tx, end, ended });
          resolve(numbers);
          await waiting.promise;
        })
        .catch((error: unknown) => {
          reject(error);
          if (!(error instanceof RolledBack)) throw error;
        });
      // Whoever ends it is told how that went.
      ended.catch(() => {});
      return promise;
    },
    get: (number: number): Transaction => found(number).tx,
    async end(number: number, { commit }: { readonly commit: boolean }): Promise<void> {
      const { end, ended } = found(number);
      open.delete(number);
      end(commit);
      await ended;
    },
  };

  function found(number: number): Open {
    const transaction = open.get(number);
    if (transaction === undefined) throw new Error(`There is no transaction ${number}.`);
    return transaction;
  }
}
