import type { CacheConfig } from "../../config/cache.ts";

export interface ElasticacheProps extends CacheConfig {
  /** Whether the cache and its logs are encrypted with a key of the account's own. @default false */
  readonly customerKeys: boolean;
  /** For how many days logs are kept. */
  readonly logRetentionDays: number;
}
