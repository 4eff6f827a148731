import type { SQL } from "drizzle-orm";
import { and, eq, exists, inArray, isNull, lt, ne, notExists } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { captions, uploads } from "../../db/schema/index.ts";
import type { UploadsRepository } from "../../ports/uploads-repository.ts";
import { lockUpload } from "./lock-upload.ts";

type Sweeping = Pick<UploadsRepository, "listKept" | "listLeft" | "listAbandoned" | "listRefused">;

/** Whether no caption has the upload. */
export const isUnused = (db: Database) =>
  notExists(db.select({ id: captions.id }).from(captions).where(eq(captions.uploadId, uploads.id)));

/** Whether the upload was kept until a time before that, where it is given. */
export const keptUntil = (before: Date | undefined): SQL | undefined =>
  before && lt(uploads.keepUntil, before);

/** Whether captions have the upload that are all finished, and it was kept long enough. */
function isLeft(db: Database, keptUntilBefore: Date | undefined): SQL | undefined {
  const its = eq(captions.uploadId, uploads.id);
  const unfinished = and(its, isNull(captions.finishedAt));
  const select = () => db.select({ id: captions.id }).from(captions);
  return and(
    inArray(uploads.state, ["used", "deleting"]),
    keptUntil(keptUntilBefore),
    exists(select().where(its)),
    notExists(select().where(unfinished)),
  );
}

/** Takes what finished captions left; whoever tries one of them again was faster, or finds its file taken. */
export function claimLeft(db: Database, id: string, keptUntilBefore?: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockUpload(tx, eq(uploads.id, id));
    const rows = await tx
      .update(uploads)
      .set({ state: "deleting" })
      .where(and(eq(uploads.id, id), isLeft(tx, keptUntilBefore)))
      .returning({ id: uploads.id });
    return rows.length > 0;
  });
}

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
      return db.select().from(uploads).where(isLeft(db, now)).limit(most);
    },
    async listAbandoned(now, most) {
      const waiting = inArray(uploads.state, ["declared", "uploaded", "deleting"]);
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
