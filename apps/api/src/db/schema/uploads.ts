import { sql } from "drizzle-orm";
import { bigint, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns.ts";

/** One file a person sent. The row outlives the bytes: it is their deletion receipt. */
export const uploads = pgTable(
  "uploads",
  {
    id: text("id").primaryKey(),
    sessionId: text("session_id").notNull(),
    name: text("name").notNull(),
    type: text("type").notNull(),
    bytes: bigint("bytes", { mode: "number" }).notNull(),
    state: text("state", {
      enum: ["declared", "uploaded", "used", "deleting", "deleted"],
    }).notNull(),
    /** Known where the bytes passed through us, and once they were read; hex. */
    sha256: text("sha256"),
    /** The store's name of its sending in parts, and what each part has but the last. */
    multipartId: text("multipart_id"),
    partBytes: bigint("part_bytes", { mode: "number" }),
    createdAt: createdAt(),
    /** Unless a caption has taken it by then, it is abandoned. */
    keepUntil: instant("keep_until").notNull().default(sql`now() + interval '1 hour'`),
    deletedAt: instant("deleted_at"),
    deletedVersions: integer("deleted_versions"),
    deletedBytes: bigint("deleted_bytes", { mode: "number" }),
  },
  (table) => [
    index("uploads_state_keep_until").on(table.state, table.keepUntil),
    index("uploads_session").on(table.sessionId),
  ],
);
