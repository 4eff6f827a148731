import { createTurns } from "../concurrency/in-turn.ts";
import type { Deps } from "../deps.ts";
import type { CaptionRecord } from "../ports/records.ts";
import type { KeptPieces } from "../ports/transcriber.ts";

/**
 * Keeps with a caption what was heard of its sound so far. One that could not be kept is no reason to hear none:
 * it is paid for again if this process dies now.
 */
export function keptPieces(
  { captions, log }: Pick<Deps, "captions" | "log">,
  { id, steps }: Pick<CaptionRecord, "id" | "steps">,
): KeptPieces {
  const inTurn = createTurns();
  let pieces = steps.pieces ?? {};
  return {
    get: (key) => pieces[key],
    async keep(key, piece) {
      pieces = { ...pieces, [key]: piece };
      const all = pieces;
      // One after the other, for the last to be stored is all there is.
      await inTurn(id, () => captions.keepStep(id, { pieces: all })).catch((error: unknown) =>
        log.warn({ err: error, caption: id }, "a piece of a transcript could not be kept"),
      );
    },
  };
}
