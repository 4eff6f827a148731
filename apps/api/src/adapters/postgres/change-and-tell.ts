import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { Database } from "../../db/database.ts";
import { captionEvents, captions } from "../../db/schema/index.ts";
import type { StoredEvent } from "../../ports/records.ts";

/**
 * Changes a caption and gives the event its next number. One statement, for every caption takes half
 * a dozen of these; the row lock keeps numbers gapless.
 * @returns false, and nothing is done, where no caption fits `where`
 */
export async function changeAndTell(
  db: Database,
  where: SQL | undefined,
  {
    set,
    event,
  }: { readonly set?: PgUpdateSetSource<typeof captions>; readonly event: StoredEvent },
): Promise<boolean> {
  const changed = db.$with("changed").as(
    db
      .update(captions)
      .set({ ...set, lastSeq: sql`${captions.lastSeq} + 1` })
      .where(where)
      .returning({ id: captions.id, seq: captions.lastSeq }),
  );
  const told = await db
    .with(changed)
    .insert(captionEvents)
    .select((query) =>
      query
        .select({
          captionId: changed.id,
          seq: changed.seq,
          event: sql<StoredEvent>`${JSON.stringify(event)}::jsonb`.as("event"),
          createdAt: sql<Date>`now()`.as("created_at"),
        })
        .from(changed),
    )
    .returning({ seq: captionEvents.seq });
  return told.length > 0;
}
