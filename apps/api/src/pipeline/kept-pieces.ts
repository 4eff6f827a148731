import type { TranscriptionUsage } from "@caption-generator/schema";
import { createTurns } from "../concurrency/in-turn.ts";
import type { Deps } from "../deps.ts";
import type { CaptionRecord } from "../ports/records.ts";
import type { KeptPieces } from "../ports/transcriber.ts";
import { addUsage } from "../transcript/add-usage.ts";
import { untilKept } from "./until-kept.ts";

export interface PiecesOfCaption extends KeptPieces {
  /** What all of them took; undefined where there is none. */
  spent(): TranscriptionUsage | undefined;
}

/**
 * Keeps with a caption what was heard of its sound so far. One that could not be kept is no reason to hear none:
 * it is paid for again if this process dies now.
 */
export function keptPieces(
  { captions, log }: Pick<Deps, "captions" | "log">,
  { id, steps }: Pick<CaptionRecord, "id" | "steps">,
  signal: AbortSignal,
): PiecesOfCaption {
  const inTurn = createTurns();
  let { pieces = {}, piecesSpent } = steps;
  return {
    get: (key) => pieces[key],
    spent: () => piecesSpent,
    async keep(key, piece, usage) {
      pieces = { ...pieces, [key]: piece };
      piecesSpent = addUsage(piecesSpent, usage);
      const all = { pieces, piecesSpent };
      // One after the other, for the last to be stored is all there is.
      const keep = () => untilKept(() => captions.keepStep(id, all), signal);
      await inTurn(id, keep).catch((error: unknown) =>
        log.warn({ err: error, caption: id }, "a piece of a transcript could not be kept"),
      );
    },
  };
}
