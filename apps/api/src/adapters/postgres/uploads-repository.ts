import { and, eq, inArray, isNull, lt, ne, notExists } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { captions, uploads } from "../../db/schema/index.ts";
import type { UploadsRepository } from "../../ports/uploads-repository.ts";

export function createUploadsRepository(db: Database): UploadsRepository {
  const unused = () =>
    notExists(
      db.select({ id: captions.id }).from(captions).where(eq(captions.uploadId, uploads.id)),
    );
  return {
    async insert(upload) {
      await db.insert(uploads).values({ ...upload });
    },
    async find(id) {
      const [row] = await db.select().from(uploads).where(eq(uploads.id, id));
      return row;
    },
    async markUploaded(id, { sha256, keepUntil }) {
      const rows = await db
        .update(uploads)
        .set({ state: "uploaded", sha256, keepUntil })
        .where(and(eq(uploads.id, id), eq(uploads.state, "declared")))
        .returning({ id: uploads.id });
      return rows.length > 0;
    },
    async markDeleted(id, { at, versions, bytes }) {
      await db
        .update(uploads)
        .set({ state: "deleted", deletedAt: at, deletedVersions: versions, deletedBytes: bytes })
        .where(and(eq(uploads.id, id), isNull(uploads.deletedAt)));
    },
    async listUnused(sessionId, limit) {
      const where = and(eq(uploads.sessionId, sessionId), unused());
      return db.select().from(uploads).where(where).limit(limit);
    },
    async remove(id) {
      await db.delete(uploads).where(and(eq(uploads.id, id), unused()));
    },
    async keep(id, until) {
      await db.update(uploads).set({ keepUntil: until }).where(eq(uploads.id, id));
    },
    async listLeft(now) {
      const unfinished = db
        .select({ id: captions.id })
        .from(captions)
        .where(and(eq(captions.uploadId, uploads.id), isNull(captions.finishedAt)));
      return db
        .select()
        .from(uploads)
        .where(and(eq(uploads.state, "used"), lt(uploads.keepUntil, now), notExists(unfinished)))
        .limit(1000);
    },
    async listKept(ids) {
      const rows = await db
        .select({ id: uploads.id })
        .from(uploads)
        .where(and(inArray(uploads.id, [...ids]), ne(uploads.state, "deleted")));
      return rows.map(({ id }) => id);
    },
    async listAbandoned(now) {
      return db
        .select()
        .from(uploads)
        .where(
          and(
            inArray(uploads.state, ["declared", "uploaded"]),
            lt(uploads.keepUntil, now),
            unused(),
          ),
        )
        .limit(1000);
    },
  };
}
