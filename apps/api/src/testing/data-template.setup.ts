import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromPglite } from "pg-boss";
import { pino } from "pino";
import type { TestProject } from "vitest/node";
import { createCaptionQueue } from "../adapters/pg-boss/caption-queue.ts";
import { openPglite } from "../adapters/postgres/pglite.ts";

/** Makes a database once for a whole run of tests: making one takes longer than most of the tests. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), "captions-template-"));
  const { client } = await openPglite(folder);
  const queue = await createCaptionQueue({
    db: fromPglite(client),
    backend: "pglite",
    concurrency: { photo: 1, video: 1 },
    alone: true,
    log: pino({ level: "silent" }),
  });
  await queue.drain(0);
  await client.close();
  project.provide("dataTemplate", folder);
  return () => rm(folder, { recursive: true, force: true });
}
