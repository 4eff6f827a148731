/** How a process ends: first what it does, and then what it does that with. */
export interface Ending {
  /**
   * Refuses what is new, ends the event streams and waits for the jobs under way. Requests under way are
   * answered as ever until `close`.
   */
  drain(): Promise<void>;
  /** Closes all, once it is drained and no request needs it any more. */
  close(): Promise<void>;
}

/** An end whose `close` never comes before its `drain`, which comes once. */
export function inTwoSteps({ drain, close }: Ending): Ending {
  let drained: Promise<void> | undefined;
  const once = () => {
    drained ??= drain();
    return drained;
  };
  return {
    drain: once,
    async close() {
      await once();
      await close();
    },
  };
}
