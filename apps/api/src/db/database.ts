import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";

interface RowsResult extends PgQueryResultHKT {
  readonly type: { rows: Record<string, unknown>[] };
}

/** Any Postgres that drizzle drives: PGlite on one machine, a server on many. */
export type Database = PgDatabase<RowsResult>;
