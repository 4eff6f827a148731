/** Fans out "something happened to this caption"; what happened is in the database. */
export interface EventBus {
  publish(captionId: string): void;
  /** @returns a function that ends the subscription. */
  subscribe(captionId: string, listener: () => void): () => void;
}
