import type { ConstructorOptions } from "pg-boss";
import type { DeadJob } from "../../ports/job-queue.ts";
import { DEAD_QUEUE } from "./lanes.ts";

const DEAD = `
  SELECT data->>'captionId' AS "captionId", created_on AS at, source_output->>'reason' AS reason
  FROM pgboss.job WHERE name = $1 ORDER BY created_on DESC LIMIT $2`;

/** What was given up, the latest first, for as long as pg-boss keeps it. */
export async function deadJobs(
  db: NonNullable<ConstructorOptions["db"]>,
  most: number,
): Promise<readonly DeadJob[]> {
  const { rows } = await db.executeSql(DEAD, [DEAD_QUEUE, most]);
  return (rows as { captionId: string; at: Date; reason: string | null }[]).map(
    ({ captionId, at, reason }) => ({
      captionId,
      at,
      reason: reason ?? "its processes ended again and again",
    }),
  );
}
