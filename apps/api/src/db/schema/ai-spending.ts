import { date, doublePrecision, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

/** What paid models have cost, by day and session. It outlives the captions that it was spent on, for some weeks. */
export const aiSpending = pgTable(
  "ai_spending",
  {
    /** In UTC. */
    day: date("day").notNull(),
    sessionId: text("session_id").notNull(),
    /** US dollars at list price. */
    usd: doublePrecision("usd").notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.sessionId] })],
);
