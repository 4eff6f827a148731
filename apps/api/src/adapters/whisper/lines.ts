import { dearest } from "../../budget/unknown-prices.ts";
import type { Line } from "../../retry/through-circuits.ts";
import { createWhisperClient } from "./client.ts";
import type { WhisperSettings } from "./config.ts";
import type { Formats } from "./formats.ts";
import { createFormats } from "./formats.ts";
import { usdPerMinute } from "./price.ts";

/** One of the models that may be asked. */
export interface ModelLine extends Line {
  readonly model: string;
  readonly client: ReturnType<typeof createWhisperClient>;
  readonly formats: Formats;
  /** Undefined where no price is known. */
  readonly usdPerMinute: number | undefined;
}

export function createLines(settings: WhisperSettings): readonly ModelLine[] {
  return settings.models.map((model) => ({
    model,
    client: createWhisperClient({ ...settings, model }),
    formats: createFormats({ ...settings, model }),
    // A server that asks for no key asks for no money.
    usdPerMinute: settings.apiKey === undefined ? 0 : usdPerMinute(model),
    breaker: settings.breakerOf(model),
  }));
}

/** The longest a piece may be in seconds, whichever model comes to hear it. */
export const longestPiece = (lines: readonly ModelLine[]): number =>
  Math.min(...lines.map(({ formats }) => formats.maxSeconds()));

/** US dollars for a minute by the dearest of them; undefined where one's price is not known. */
export const dearestMinute = (lines: readonly ModelLine[]): number | undefined =>
  dearest(lines.map((line) => line.usdPerMinute));
