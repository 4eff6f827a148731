import type { ApiKeyScope } from "@caption-generator/schema";
import { index, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns.ts";

/** Keys that programs act with, as the session that made them. A revoked one has no row. */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: text("id").primaryKey(),
    sessionId: text("session_id").notNull(),
    name: text("name").notNull(),
    /** SHA-256 of the key, in hex; the key itself is nowhere. */
    hash: text("hash").notNull().unique(),
    lastFour: text("last_four").notNull(),
    scopes: text("scopes").array().$type<ApiKeyScope[]>().notNull(),
    /** The mark of the access token that its maker had signed in with. */
    accessMark: text("access_mark"),
    createdAt: createdAt(),
    lastUsedAt: instant("last_used_at"),
  },
  (table) => [index("api_keys_session").on(table.sessionId, table.createdAt, table.id)],
);
