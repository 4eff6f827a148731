/** How much one party may have of something in each stretch of time. */
export interface Quota {
  /** Counted apart from every other quota. */
  readonly name: string;
  readonly most: number;
  readonly windowSeconds: number;
}

/** How it stands with a quota after one more was asked for. */
export interface Allowance {
  readonly allowed: boolean;
  /** How many more there are in this stretch of time. */
  readonly remaining: number;
  /** Milliseconds until there are all of them again. */
  readonly resetMs: number;
}

export interface RateLimiter {
  /**
   * Takes one of what `who` has of a quota. Never fails: where the count that all processes share cannot be
   * had, each counts for itself.
   */
  take(quota: Quota, who: string): Promise<Allowance>;
}
