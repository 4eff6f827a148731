import { setTimeout } from "node:timers/promises";

export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** @throws the signal's reason if it aborts before the time is over. */
export const sleep: Sleep = async (ms, signal) => {
  try {
    await setTimeout(ms, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
};
