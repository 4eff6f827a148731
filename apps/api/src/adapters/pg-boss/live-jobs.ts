import type { ConstructorOptions } from "pg-boss";
import { DEAD_QUEUE, QUEUES } from "./lanes.ts";

/** Those whose work or burial waits or is under way: `created`, `retry` and `active` come first in its type of states. */
const LIVE = `
  SELECT id FROM pgboss.job
  WHERE name = ANY($1::text[]) AND id = ANY($2::uuid[]) AND state < 'completed'
  UNION
  SELECT source_id AS id FROM pgboss.job
  WHERE name = $3 AND source_id = ANY($2::uuid[]) AND state < 'completed'`;

/** Which of some jobs have not come to their end, dead letters that are yet to be buried included. */
export async function liveJobs(
  db: NonNullable<ConstructorOptions["db"]>,
  jobIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (jobIds.length === 0) return new Set();
  const { rows } = await db.executeSql(LIVE, [Object.values(QUEUES), [...jobIds], DEAD_QUEUE]);
  return new Set((rows as { id: string }[]).map(({ id }) => id));
}
