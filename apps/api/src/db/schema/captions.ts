import type {
  CaptionOptions,
  CaptionResult,
  CaptionState,
  Hearing,
  Problem,
  Stage,
  Usage,
} from "@caption-generator/schema";
import { sql } from "drizzle-orm";
import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { Seen } from "../../ports/caption-model.ts";
import type { Steps } from "../../ports/records.ts";
import { createdAt, instant } from "./columns.ts";
import { uploads } from "./uploads.ts";

export const captions = pgTable(
  "captions",
  {
    id: text("id").primaryKey(),
    sessionId: text("session_id").notNull(),
    uploadId: text("upload_id")
      .notNull()
      .references(() => uploads.id),
    revisionOf: text("revision_of"),
    /** The job that makes it, so that it can be cancelled; made by us, before the job is. */
    jobId: uuid("job_id").notNull(),
    state: text("state").$type<CaptionState>().notNull(),
    stage: text("stage").$type<Stage>(),
    options: jsonb("options").$type<CaptionOptions>().notNull(),
    width: integer("width"),
    height: integer("height"),
    seconds: doublePrecision("seconds"),
    hearing: jsonb("hearing").$type<Hearing>(),
    modelId: text("model_id"),
    onDevice: boolean("on_device"),
    cached: boolean("cached").notNull().default(false),
    seen: jsonb("seen").$type<Seen>(),
    result: jsonb("result").$type<CaptionResult>(),
    problem: jsonb("problem").$type<Problem>(),
    usage: jsonb("usage").$type<Usage>(),
    /** Under which the cache may have it, so that it can be told to forget it. */
    cacheKey: text("cache_key"),
    /** US dollars, before anything was spent; null where nobody knew a price. */
    expectedUsd: doublePrecision("expected_usd"),
    steps: jsonb("steps").$type<Steps>().notNull().default({}),
    /** What history searches: the file's name and the captions, in lower case. */
    searchText: text("search_text").notNull(),
    /** The number of the newest event. */
    lastSeq: integer("last_seq").notNull().default(0),
    createdAt: createdAt(),
    finishedAt: instant("finished_at"),
  },
  (table) => [
    index("captions_history").on(table.sessionId, table.createdAt, table.id),
    index("captions_upload").on(table.uploadId),
    index("captions_finished").on(table.finishedAt),
    index("captions_unfinished").on(table.id).where(sql`${table.finishedAt} is null`),
  ],
);
