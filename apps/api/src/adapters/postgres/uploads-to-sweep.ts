import { and, eq, inArray, isNull, lt, ne, notExists } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { captions, uploads } from "../../db/schema/index.ts";
import type { UploadsRepository } from "../../ports/uploads-repository.ts";

type Sweeping = Pick<UploadsRepository, "listKept" | "listLeft" | "listAbandoned" | "listRefused">;

/** Whether no caption has the upload. */
export const isUnused = (db: Database) =>
  notExists(db.select({ id: captions.id }).from(captions).where(eq(captions.uploadId, uploads.id)));

/** Which uploads a sweep finds to delete, and which it does not. */
export function createUploadsToSweep(db: Database): Sweeping {
  return {
    async listKept(ids) {
      const rows = await db
        .select({ id: uploads.id })
        .from(uploads)
        .where(and(inArray(uploads.id, [...ids]), ne(uploads.state, "deleted")));
      return rows.map(({ id }) => id);
    },
    async listLeft(now, most) {
      const unfinished = db
        .select({ id: captions.id })
        .from(captions)
        .where(and(eq(captions.uploadId, uploads.id), isNull(captions.finishedAt)));
      return db
        .select()
        .from(uploads)
        .where(and(eq(uploads.state, "used"), lt(uploads.keepUntil, now), notExists(unfinished)))
        .limit(most);
    },
    async listAbandoned(now, most) {
      const waiting = inArray(uploads.state, ["declared", "uploaded"]);
      return db
        .select()
        .from(uploads)
        .where(and(waiting, lt(uploads.keepUntil, now), isUnused(db)))
        .limit(most);
    },
    async listRefused(before, most) {
      return db
        .select()
        .from(uploads)
        .where(and(eq(uploads.state, "deleted"), lt(uploads.deletedAt, before), isUnused(db)))
        .limit(most);
    },
  };
}
