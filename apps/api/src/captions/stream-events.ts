import type { CaptionEvent } from "@caption-generator/schema";
import { isFinished } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import type { EventRecord } from "../ports/records.ts";
import { watchChanges } from "./await-caption.ts";
import { findOwnCaption } from "./find-own-caption.ts";
import { toCaption } from "./to-caption.ts";

/** Intermediaries close a silent connection after 30 to 60 s; this is well below. */
const HEARTBEAT_MS = 15_000;

export interface StreamInput {
  readonly sessionId: string;
  readonly id: string;
  /** The last event the client has; 0 for none. */
  readonly after: number;
  readonly signal: AbortSignal;
}

/**
 * A caption's events from `after` on, as they happen, up to `finished`; `null` is a heartbeat. Ends
 * early when the signal is aborted or the process goes down.
 */
export async function* streamEvents(
  deps: Pick<Deps, "captions" | "events" | "draining">,
  { sessionId, id, after, signal }: StreamInput,
): AsyncGenerator<CaptionEvent | null> {
  const changes = watchChanges(deps, id, ["progress", "finished"]);
  try {
    const { caption } = await findOwnCaption(deps, { sessionId, id });
    // Nobody has an event that has yet to happen.
    for (let seq = Math.min(after, caption.lastSeq); ; ) {
      const until = AbortSignal.any([signal, deps.draining, AbortSignal.timeout(HEARTBEAT_MS)]);
      const changed = changes.next(until);
      const told = await eventsAfter(deps, { sessionId, id, seq });
      seq = told.seq;
      yield* told.events;
      if (told.events.at(-1)?.type === "finished") return;
      if (told.events.length === 0 && (await isOver(deps, { sessionId, id, seq }))) return;
      await changed;
      if (signal.aborted || deps.draining.aborted) return;
      if (until.aborted) yield null;
    }
  } finally {
    changes.end();
  }
}

/**
 * Whether nothing more is to come of a caption that has nothing new: its end is known already, or comes before what
 * the client says it has.
 * @throws AppError not_found where it was deleted meanwhile
 */
async function isOver(
  deps: Pick<Deps, "captions">,
  { seq, ...own }: { readonly sessionId: string; readonly id: string; readonly seq: number },
): Promise<boolean> {
  const { caption } = await findOwnCaption(deps, own);
  return isFinished(caption.state) && caption.lastSeq <= seq;
}

/** What happened since, but for an end that was none, for the caption was tried again after it. */
async function eventsAfter(
  deps: Pick<Deps, "captions">,
  { seq, ...own }: { readonly sessionId: string; readonly id: string; readonly seq: number },
) {
  const records = await deps.captions.eventsAfter(own.id, seq);
  const last = records.at(-1);
  const events: CaptionEvent[] = [];
  for (const record of records) {
    if (record.event.type === "finished" && record !== last) continue;
    const event = await toEvent(deps, own, record);
    if (event.type !== "finished" || isFinished(event.caption.state)) events.push(event);
  }
  return { events, seq: last?.seq ?? seq };
}

async function toEvent(
  deps: Pick<Deps, "captions">,
  own: { readonly sessionId: string; readonly id: string },
  { seq, event, createdAt }: EventRecord,
): Promise<CaptionEvent> {
  const at = createdAt.toISOString();
  if (event.type !== "finished") return { ...event, seq, at };
  return { type: "finished", seq, caption: toCaption(await findOwnCaption(deps, own)) };
}
