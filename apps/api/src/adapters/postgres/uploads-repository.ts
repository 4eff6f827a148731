import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { uploads } from "../../db/schema/index.ts";
import type { UploadsRepository } from "../../ports/uploads-repository.ts";
import { claimLeft, createUploadsToSweep, isUnused, keptUntil } from "./uploads-to-sweep.ts";

export function createUploadsRepository(db: Database): UploadsRepository {
  return {
    ...createUploadsToSweep(db),
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
    async claimUnused(id, keptUntilBefore) {
      const unused = inArray(uploads.state, ["declared", "uploaded", "deleting"]);
      const rows = await db
        .update(uploads)
        .set({ state: "deleting" })
        .where(and(eq(uploads.id, id), unused, keptUntil(keptUntilBefore)))
        .returning({ id: uploads.id });
      return rows.length > 0;
    },
    claimLeft: (id, keptUntilBefore) => claimLeft(db, id, keptUntilBefore),
    async markDeleted(id, { at, versions, bytes }) {
      await db
        .update(uploads)
        .set({ state: "deleted", deletedAt: at, deletedVersions: versions, deletedBytes: bytes })
        .where(and(eq(uploads.id, id), isNull(uploads.deletedAt)));
    },
    async listUnused(sessionId, limit) {
      const where = and(eq(uploads.sessionId, sessionId), isUnused(db));
      return db.select().from(uploads).where(where).limit(limit);
    },
    async remove(id) {
      await db.delete(uploads).where(and(eq(uploads.id, id), isUnused(db)));
    },
    async keep(id, until) {
      await db.update(uploads).set({ keepUntil: until }).where(eq(uploads.id, id));
    },
  };
}
