import { Worker } from "node:worker_threads";
import type { Command, Failure, Reply, Request, ThreadData } from "./messages.ts";

/** Asks the embedded Postgres, in the order in which it is asked. */
export interface Thread {
  /** @throws an Error with Postgres's fields; one that says "Connection terminated" where the thread has ended */
  ask(command: Command): Promise<unknown>;
  /** Resolves, with why, where the thread ends though nobody closed it. */
  readonly lost: Promise<Error>;
  /** Ends Postgres, and then the thread, where that has not ended yet. */
  close(): Promise<void>;
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts Postgres on the files in `folder`, in a thread of its own.
 * @throws an Error where the thread ends before it is ready
 */
export async function startThread(folder: string): Promise<Thread> {
  const workerData: ThreadData = { folder };
  const worker = new Worker(new URL("./postgres.worker.ts", import.meta.url), {
    workerData,
    // Not those of the process: some of them fit its own program alone.
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  const pending = new Map<number, Pending>();
  const ready = Promise.withResolvers<void>();
  const lost = Promise.withResolvers<Error>();
  let ended: Error | undefined;
  let closing = false;
  let ids = 0;

  const end = (why: Error) => {
    ended ??= why;
    for (const { reject } of pending.values()) reject(ended);
    pending.clear();
    ready.reject(ended);
    if (!closing) lost.resolve(ended);
  };
  worker.once("message", () => {
    worker.on("message", answer);
    ready.resolve();
  });
  worker.on("error", (error) => end(terminated(error)));
  worker.on("exit", () => end(terminated(undefined)));
  await ready.promise;

  return {
    ask,
    lost: lost.promise,
    async close() {
      closing = true;
      if (ended !== undefined) return;
      await ask({ kind: "close" });
      await worker.terminate();
    },
  };

  async function ask(command: Command): Promise<unknown> {
    if (ended !== undefined) throw ended;
    const request: Request = { id: ++ids, command };
    // Of what cannot be sent, nobody waits for an answer.
    worker.postMessage(request);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    pending.set(request.id, { resolve, reject });
    return await promise;
  }

  function answer(reply: Reply) {
    const asked = pending.get(reply.id);
    pending.delete(reply.id);
    if ("failure" in reply) asked?.reject(toError(reply.failure));
    else asked?.resolve(reply.result);
  }
}

const terminated = (cause: unknown) =>
  new Error("Connection terminated: the embedded database has ended.", { cause });

function toError({ message, stack, fields }: Failure): Error {
  return Object.assign(new Error(message), fields, stack === undefined ? {} : { stack });
}
