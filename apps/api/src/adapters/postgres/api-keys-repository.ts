import { and, count, desc, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { apiKeys } from "../../db/schema/index.ts";
import type { ApiKeysRepository } from "../../ports/api-keys-repository.ts";

const own = ({ sessionId, id }: { readonly sessionId: string; readonly id: string }) =>
  and(eq(apiKeys.sessionId, sessionId), eq(apiKeys.id, id));

export function createApiKeysRepository(db: Database): ApiKeysRepository {
  return {
    create: (key, most) =>
      db.transaction(async (tx) => {
        // Requests side by side would each count before any of them has inserted.
        await tx.execute(
          sql`select pg_advisory_xact_lock(hashtextextended(${`api_keys ${key.sessionId}`}, 0))`,
        );
        const [kept] = await tx
          .select({ count: count() })
          .from(apiKeys)
          .where(eq(apiKeys.sessionId, key.sessionId));
        if (kept === undefined || kept.count >= most) return false;
        await tx.insert(apiKeys).values({ ...key, scopes: [...key.scopes] });
        return true;
      }),

    list: ({ sessionId, limit, after }) =>
      db
        .select()
        .from(apiKeys)
        .where(
          and(
            eq(apiKeys.sessionId, sessionId),
            after &&
              or(
                lt(apiKeys.createdAt, after.createdAt),
                and(eq(apiKeys.createdAt, after.createdAt), lt(apiKeys.id, after.id)),
              ),
          ),
        )
        .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
        .limit(limit),

    async findByHash(hash) {
      const [row] = await db.select().from(apiKeys).where(eq(apiKeys.hash, hash));
      return row;
    },

    async noteUse(id, { at, since }) {
      const unnoted = or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, since));
      await db
        .update(apiKeys)
        .set({ lastUsedAt: at })
        .where(and(eq(apiKeys.id, id), unnoted));
    },

    async remove(key) {
      const rows = await db.delete(apiKeys).where(own(key)).returning({ id: apiKeys.id });
      return rows.length > 0;
    },

    async removeAll(sessionId) {
      await db.delete(apiKeys).where(eq(apiKeys.sessionId, sessionId));
    },
  };
}
