import { integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { StoredEvent } from "../../ports/records.ts";
import { captions } from "./captions.ts";
import { createdAt } from "./columns.ts";

export const captionEvents = pgTable(
  "caption_events",
  {
    captionId: text("caption_id")
      .notNull()
      .references(() => captions.id, { onDelete: "cascade" }),
    seq: integer("seq").notNull(),
    event: jsonb("event").$type<StoredEvent>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.captionId, table.seq] })],
);
