import type { Logger } from "pino";
import { lockFolder } from "../adapters/disk/folder-lock.ts";
import { createCaptionsRepository } from "../adapters/postgres/captions-repository.ts";
import type { Env } from "../env.ts";
import { budgetSet } from "./budget.ts";
import { isServer, openDatabase } from "./database.ts";

/** What a program at the side needs to look after jobs; it works on none. */
export async function openJobs(env: Env, log: Logger) {
  const lock = isServer(env) ? undefined : lockFolder(env.DATA_DIR);
  const { db, queue, close } = await openDatabase({ ...env, ROLE: "api" }, log);
  return {
    queue,
    captions: createCaptionsRepository(db, queue.enqueue),
    budget: budgetSet(env),
    now: () => new Date(),
    async close() {
      await queue.drain(0);
      await close();
      lock?.release();
    },
  };
}
