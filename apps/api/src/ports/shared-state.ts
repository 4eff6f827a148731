/** What is to be there from now on, and what whoever changed it is told. */
export interface StateChange<T> {
  /** Undefined: nothing. */
  readonly value: string | undefined;
  readonly result: T;
}

/** Small values that all processes share, for as long as nobody misses them. */
export interface SharedState {
  /**
   * Changes a value as if nobody else did so at the same time.
   * @param decide gets what is there; it is called again where somebody else was faster
   * @param ttlMs how long the value is kept, unless it is changed again
   */
  change<T>(
    key: string,
    decide: (value: string | undefined) => StateChange<T>,
    ttlMs: number,
  ): Promise<T>;
}
