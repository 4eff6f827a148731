import type { SQL } from "drizzle-orm";
import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import { loadTogether } from "../../concurrency/load-together.ts";
import type { Database } from "../../db/database.ts";
import { captionEvents, captions, idempotencyKeys, uploads } from "../../db/schema/index.ts";
import type { CaptionsRepository, ListQuery } from "../../ports/captions-repository.ts";

/** Fewer than there are connections, and more than one: a connection that hangs keeps only its own waiting. */
const LOADS_AT_ONCE = 4;

type Reads = Pick<
  CaptionsRepository,
  "findIdempotent" | "find" | "list" | "listFinishedBefore" | "eventsAfter"
>;

export function createCaptionReads(db: Database): Reads {
  return {
    async findIdempotent(sessionId, key) {
      const [row] = await db
        .select({
          captionId: idempotencyKeys.captionId,
          requestHash: idempotencyKeys.requestHash,
        })
        .from(idempotencyKeys)
        .where(and(eq(idempotencyKeys.sessionId, sessionId), eq(idempotencyKeys.key, key)));
      return row;
    },

    find: loadTogether(findMany(db), { atOnce: LOADS_AT_ONCE }),

    async list(query) {
      return withUpload(db)
        .where(and(...listConditions(query)))
        .orderBy(desc(captions.createdAt), desc(captions.id))
        .limit(query.limit);
    },

    async listFinishedBefore(at, most) {
      return withUpload(db)
        .where(lt(captions.finishedAt, at))
        .orderBy(captions.finishedAt)
        .limit(most);
    },

    async eventsAfter(id, seq) {
      return db
        .select({
          seq: captionEvents.seq,
          event: captionEvents.event,
          createdAt: captionEvents.createdAt,
        })
        .from(captionEvents)
        .where(and(eq(captionEvents.captionId, id), sql`${captionEvents.seq} > ${seq}`))
        .orderBy(captionEvents.seq);
    },
  };
}

/** Prepared once: making the statement anew takes longer than most answers. */
function findMany(db: Database) {
  const query = withUpload(db)
    .where(sql`${captions.id} = any(${sql.placeholder("ids")})`)
    .prepare("find_captions");
  return async (ids: readonly string[]) => {
    const rows = await query.execute({ ids });
    return new Map(rows.map((row) => [row.caption.id, row]));
  };
}

function withUpload(db: Database) {
  return db
    .select({ caption: captions, upload: uploads })
    .from(captions)
    .innerJoin(uploads, eq(uploads.id, captions.uploadId))
    .$dynamic();
}

function listConditions({ sessionId, after, search }: ListQuery): (SQL | undefined)[] {
  return [
    eq(captions.sessionId, sessionId),
    after &&
      or(
        lt(captions.createdAt, after.createdAt),
        and(eq(captions.createdAt, after.createdAt), lt(captions.id, after.id)),
      ),
    search === undefined || search === ""
      ? undefined
      : sql`strpos(${captions.searchText}, ${search.toLowerCase()}) > 0`,
  ];
}
