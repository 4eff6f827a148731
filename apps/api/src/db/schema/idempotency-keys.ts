import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { captions } from "./captions.ts";
import { createdAt } from "./columns.ts";

/** Which request a client's Idempotency-Key stood for, and the caption it made. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    sessionId: text("session_id").notNull(),
    key: text("key").notNull(),
    /** SHA-256 of the request that used it first, in hex. */
    requestHash: text("request_hash").notNull(),
    captionId: text("caption_id")
      .notNull()
      .references(() => captions.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.key] })],
);
