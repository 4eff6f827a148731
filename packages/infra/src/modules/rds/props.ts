import type { DatabaseConfig } from "../../config/database.ts";

export interface RdsProps extends DatabaseConfig {
  /** Whether the database, its password and its log are encrypted with a key of the account's own. @default false */
  readonly customerKeys: boolean;
  /** For how many days the log is kept. */
  readonly logRetentionDays: number;
}
