import type { ServedRequest } from "../../apps/api/src/testing/fake-gemini/routes.ts";
import type { Sql } from "../../apps/api/src/testing/postgres.ts";

/** Has the database note when what was written for a caption is kept. */
export async function noteKeptAnswers(sql: Sql): Promise<void> {
  await sql.query(`
    CREATE TABLE kept_answers (caption_id text PRIMARY KEY, at timestamptz NOT NULL);
    CREATE FUNCTION note_kept_answer() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.result IS NOT NULL THEN
          INSERT INTO kept_answers VALUES (NEW.id, clock_timestamp()) ON CONFLICT DO NOTHING;
        END IF;
        RETURN NEW;
      END
    $$;
    CREATE TRIGGER note_kept_answer AFTER INSERT OR UPDATE ON captions
      FOR EACH ROW EXECUTE FUNCTION note_kept_answer()`);
}

/** How often a process set about asking the model though its answer was kept. */
export async function askedAgain(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(`
    SELECT count(*)::int FROM caption_events JOIN kept_answers USING (caption_id)
    WHERE event->>'stage' = 'captioning' AND created_at > at`);
  return rows[0]?.count ?? Number.NaN;
}

/** How many answers about each photo arrived at somebody, beyond the first: those that were lost with a process. */
export function answersLost(requests: readonly ServedRequest[]): number {
  const answers = new Map<string, number>();
  for (const { pictures, answered } of requests) {
    const [picture] = pictures;
    if (picture === undefined || !answered) continue;
    answers.set(picture.sha256, (answers.get(picture.sha256) ?? 0) + 1);
  }
  return [...answers.values()].reduce((sum, count) => sum + count - 1, 0);
}
