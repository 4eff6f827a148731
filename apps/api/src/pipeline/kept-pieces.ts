import type { TranscriptionUsage } from "@caption-generator/schema";
import { makeBill } from "../budget/make-bill.ts";
import { createTurns } from "../concurrency/in-turn.ts";
import type { Deps } from "../deps.ts";
import type { CaptionRecord } from "../ports/records.ts";
import type { KeptPieces } from "../ports/transcriber.ts";
import { addUsage } from "../transcript/add-usage.ts";
import { untilKept } from "./until-kept.ts";

export interface PiecesOfCaption extends KeptPieces {
  /**
   * What all of them took that was not put down in an earlier try of the caption: nothing, where each was
   * heard then. Undefined where there is none.
   */
  spent(): TranscriptionUsage | undefined;
}

const NOTHING: TranscriptionUsage = { seconds: 0, calls: 0, costUsd: 0 };

/**
 * Keeps with a caption what was heard of its sound so far; what comes after its end is put down as spent. One that
 * could not be kept is no reason to hear none: it is paid for again if this process dies now.
 */
export function keptPieces(
  { captions, log, now }: Pick<Deps, "captions" | "log" | "now">,
  { id, sessionId, steps }: Pick<CaptionRecord, "id" | "sessionId" | "steps">,
  signal: AbortSignal,
): PiecesOfCaption {
  const inTurn = createTurns();
  let { pieces = {}, piecesSpent } = steps;
  let recalled = false;
  /** US dollars for pieces that are not stored. */
  let unstored = 0;

  async function store() {
    const all = piecesSpent === undefined ? { pieces } : { pieces, piecesSpent };
    const usd = unstored;
    const bill = makeBill({ sessionId }, now(), usd);
    await untilKept(() => captions.keepStep(id, all, bill), signal);
    unstored -= usd;
  }

  return {
    get(key) {
      const piece = pieces[key];
      recalled ||= piece !== undefined;
      return piece;
    },
    spent: () => piecesSpent ?? (recalled ? NOTHING : undefined),
    async keep(key, piece, usage) {
      pieces = { ...pieces, [key]: piece };
      piecesSpent = addUsage(piecesSpent, usage);
      unstored += usage.costUsd ?? 0;
      // One after the other, for the last to be stored is all there is.
      await inTurn(id, store).catch((error: unknown) =>
        log.warn({ err: error, caption: id }, "a piece of a transcript could not be kept"),
      );
    },
  };
}
