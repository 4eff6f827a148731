import { parentPort, workerData } from "node:worker_threads";
import type { QueryOptions, Transaction } from "@electric-sql/pglite";
import { PGlite } from "@electric-sql/pglite";
import type { Command, Failure, Reply, Request, Statement, ThreadData } from "./messages.ts";
import { createTransactions } from "./transactions.ts";

/**
 * Postgres's own defaults are for a server: they keep 128 MB of buffers, all of it this process's
 * memory. History and jobs of one machine fit in far less, and the rest is in the file cache.
 */
const START_PARAMS = [
  ...PGlite.defaultStartParams,
  ...["-c", "shared_buffers=16MB", "-c", "wal_buffers=1MB"],
];

const { folder }: ThreadData = workerData;
const database = await PGlite.create(folder, { startParams: [...START_PARAMS] });
const transactions = createTransactions(database);

async function run(command: Command): Promise<unknown> {
  switch (command.kind) {
    case "begin":
      return transactions.begin();
    case "commit":
    case "rollback":
      return transactions.end(command.transaction, { commit: command.kind === "commit" });
    case "close":
      return database.close();
    default: {
      const { transaction } = command;
      return execute(transaction === undefined ? database : transactions.get(transaction), command);
    }
  }
}

function execute(on: Pick<Transaction, "query" | "exec">, statement: Statement) {
  if (statement.kind === "exec") return on.exec(statement.sql);
  const { sql, params, rowMode, unparsed } = statement;
  const options: QueryOptions = {
    ...(rowMode === undefined ? {} : { rowMode }),
    parsers: Object.fromEntries(unparsed.map((type) => [type, asWritten])),
  };
  return on.query(sql, params === undefined ? undefined : [...params], options);
}

const asWritten = (value: string) => value;

function toFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error), stack: undefined, fields: {} };
  const texts = Object.entries(error).filter(([, value]) => typeof value === "string");
  return { message: error.message, stack: error.stack, fields: Object.fromEntries(texts) };
}

async function answer({ id, command }: Request): Promise<void> {
  const reply = await run(command).then(
    (result): Reply => ({ id, result }),
    (error: unknown): Reply => ({ id, failure: toFailure(error) }),
  );
  parentPort?.postMessage(reply);
}

parentPort?.on("message", (request: Request) => void answer(request));
parentPort?.postMessage("ready");
