import type { ConstructorOptions } from "pg-boss";
import type { WaitingJobs } from "../../ports/job-queue.ts";

/**
 * As pg-boss reckons by itself, but only where it keeps statistics in a table every few seconds. Jobs that
 * wait are `created` or `retry`, which its type of states has before `active`.
 */
const WAITING = `
  SELECT count(*)::int AS count,
    greatest(0, coalesce(extract(epoch FROM now() - min(greatest(created_on, start_after))), 0))::float8 AS seconds
  FROM pgboss.job
  WHERE name = ANY($1::text[]) AND state < 'active' AND NOT blocked AND start_after <= now()`;

/** The jobs of some queues that could be taken on now. */
export async function waitingJobs(
  db: NonNullable<ConstructorOptions["db"]>,
  queues: readonly string[],
): Promise<WaitingJobs> {
  const { rows } = await db.executeSql(WAITING, [[...queues]]);
  const [row] = rows as { count: number; seconds: number }[];
  return { count: row?.count ?? 0, oldestSeconds: row?.seconds ?? 0 };
}
