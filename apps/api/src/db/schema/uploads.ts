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
    state: text("state", { enum: ["declared", "uploaded", "used", "deleted"] }).notNull(),
    /** Known where the bytes passed through us; hex. */
    sha256: text("sha256"),
    createdAt: createdAt(),
    deletedAt: instant("deleted_at"),
    deletedVersions: integer("deleted_versions"),
    deletedBytes: bigint("deleted_bytes", { mode: "number" }),
  },
  (table) => [index("uploads_state_created").on(table.state, table.createdAt)],
);
