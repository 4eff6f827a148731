import { eq, sql } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { captionEvents, captions } from "../../db/schema/index.ts";
import type { StoredEvent } from "../../ports/records.ts";

/** Gives the event the caption's next number. The row lock on the caption keeps numbers gapless. */
export async function appendEvent(tx: Database, captionId: string, event: StoredEvent) {
  const [row] = await tx
    .update(captions)
    .set({ lastSeq: sql`${captions.lastSeq} + 1` })
    .where(eq(captions.id, captionId))
    .returning({ seq: captions.lastSeq });
  if (row !== undefined) await tx.insert(captionEvents).values({ captionId, seq: row.seq, event });
}
