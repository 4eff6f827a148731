/** `finished` is the last change there is, so whoever waits for the end need not look before it. */
export type Change = "progress" | "finished";

/** Fans out that something happened to a caption; what happened is in the database. */
export interface EventBus {
  publish(captionId: string, change: Change): void;
  /** @returns a function that ends the subscription. */
  subscribe(captionId: string, listener: (change: Change) => void): () => void;
}
