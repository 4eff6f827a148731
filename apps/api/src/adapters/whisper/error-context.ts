import type { WhisperSettings } from "./config.ts";

/** What an error's sentences name. */
export interface ErrorContext extends Pick<WhisperSettings, "baseUrl" | "service" | "isOpenAi"> {
  readonly model: string;
  readonly timeoutMs: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** How much audio was sent. */
  readonly bytes: number;
}
