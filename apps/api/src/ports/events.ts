/**
 * `finished` is the last change there is, so whoever waits for the end need not look before it. `missed`
 * says that there may have been changes nobody told of: look.
 */
export type Change = "progress" | "finished" | "missed";

/** Fans out that something happened to a caption; what happened is in the database. */
export interface EventBus {
  publish(captionId: string, change: "progress" | "finished"): void;
  /** @returns a function that ends the subscription. */
  subscribe(captionId: string, listener: (change: Change) => void): () => void;
}
