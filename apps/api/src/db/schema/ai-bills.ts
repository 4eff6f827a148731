import { date, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

/** What was put down as spent, by its key: what is stored once more, for its answer was lost, counts once. */
export const aiBills = pgTable(
  "ai_bills",
  {
    /** In UTC. */
    day: date("day").notNull(),
    key: text("key").notNull(),
  },
  // In this order, so that old days are found.
  (table) => [primaryKey({ columns: [table.day, table.key] })],
);
