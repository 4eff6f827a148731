import type { Sql } from "../../apps/api/src/testing/postgres.ts";

/**
 * How long jobs lay still after their process was killed, in seconds: from the kill to the moment at which
 * another process began them anew.
 * @param kills milliseconds since the epoch, in order
 */
export async function recoveries(sql: Sql, kills: readonly number[]): Promise<number[]> {
  const { rows } = await sql.query<{ times: Date[] }>(`
    SELECT array_agg(created_at ORDER BY seq) AS times FROM caption_events
    WHERE event->>'stage' = 'inspecting' GROUP BY caption_id HAVING count(*) > 1`);
  return rows.flatMap(({ times }) =>
    times.slice(1).flatMap((again, index) => {
      const before = times[index]?.getTime() ?? 0;
      // Of several kills in between, the first was the one that ended this process.
      const kill = kills.find((at) => at > before && at < again.getTime());
      return kill === undefined ? [] : [(again.getTime() - kill) / 1_000];
    }),
  );
}
