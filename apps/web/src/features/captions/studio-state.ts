import type { Caption, Stage } from "@caption-generator/schema";
import type { ShownProblem } from "../../lib/problem.ts";
import type { UploadEvent } from "../upload/upload-desk.ts";
import type { Ask } from "./ask.ts";
import type { FirstAsk } from "./ask-again.ts";
import { askAgain, firstAsk } from "./ask-again.ts";

export type UploadState =
  | { readonly kind: "none" }
  | { readonly kind: "sending"; readonly part: number; readonly lost: boolean }
  | { readonly kind: "sent" }
  /** The service will not take this photo, however often it is sent. */
  | { readonly kind: "rejected" };

export type WorkState =
  | { readonly kind: "idle" }
  | {
      readonly kind: "working";
      readonly captionId: string | null;
      readonly stage: Stage | null;
      /** Why it takes longer than it should, in a sentence. */
      readonly retry: string | null;
    };

/** All that the page knows of the photo in hand and its captions. */
export interface StudioState {
  readonly photo: File | null;
  readonly upload: UploadState;
  readonly work: WorkState;
  /** The first caption and its revisions, oldest first. */
  readonly captions: readonly Caption[];
  /** Which of them is shown. */
  readonly shown: number;
  /** Whether they were opened from the history, and are not of the photo in hand. */
  readonly opened: boolean;
  /** Whether captions of another photo, which was in hand before, are still being written. */
  readonly left: boolean;
  /** What was asked for last, as long as it may have to be asked again. */
  readonly asked: Ask | null;
  readonly problem: ShownProblem | null;
  /** What happened that is no problem, in a sentence. */
  readonly notice: string | null;
}

export type StudioEvent =
  | { readonly type: "chosen"; readonly photo: File }
  | { readonly type: "opened"; readonly caption: Caption }
  | UploadEvent
  | { readonly type: "asked"; readonly ask: Ask }
  | { readonly type: "accepted"; readonly captionId: string }
  | { readonly type: "stage"; readonly stage: Stage }
  | { readonly type: "retry"; readonly detail: string }
  | { readonly type: "finished"; readonly caption: Caption }
  | { readonly type: "failed"; readonly problem: ShownProblem }
  | { readonly type: "cancelled" }
  | { readonly type: "shown"; readonly index: number }
  /** A caption was deleted. */
  | { readonly type: "removed"; readonly id: string }
  | { readonly type: "cleared" };

export const EMPTY: StudioState = {
  photo: null,
  upload: { kind: "none" },
  work: { kind: "idle" },
  captions: [],
  shown: 0,
  opened: false,
  left: false,
  asked: null,
  problem: null,
  notice: null,
};

const IDLE: WorkState = { kind: "idle" };
const NONE: UploadState = { kind: "none" };
const CANCELLED = "Cancelled, and nothing was kept. Write captions again whenever you like.";

export function studioReducer(state: StudioState, event: StudioEvent): StudioState {
  switch (event.type) {
    case "chosen":
      return { ...EMPTY, photo: event.photo, left: isAtService(state.work) };
    case "opened":
      return opened(state, event.caption);
    case "sending":
      return { ...state, upload: { kind: "sending", part: event.part, lost: event.lost } };
    case "sent":
      return { ...state, upload: { kind: "sent" } };
    case "unsent":
      return {
        ...state,
        upload: { kind: event.problem.retryable ? "none" : "rejected" },
        problem: event.problem,
      };
    case "asked":
      return {
        ...state,
        asked: event.ask,
        problem: null,
        notice: null,
        left: false,
        work: { kind: "working", captionId: null, stage: null, retry: null },
      };
    case "accepted":
      return working(state, { captionId: event.captionId });
    case "stage":
      return working(state, { stage: event.stage, retry: null });
    case "retry":
      return working(state, { retry: event.detail });
    case "finished":
      return finished(state, event.caption);
    case "failed":
      return failed(state, event.problem);
    case "cancelled":
      return { ...state, work: IDLE, upload: NONE, asked: null, notice: CANCELLED };
    case "shown":
      return { ...state, shown: event.index };
    case "removed":
      return removed(state, event.id);
    case "cleared":
      return cleared(state);
  }
}

/** Whether there is a caption of this work at the service, which goes on by itself. */
const isAtService = (work: WorkState) => work.kind === "working" && work.captionId !== null;

function working(
  state: StudioState,
  change: Partial<Extract<WorkState, { kind: "working" }>>,
): StudioState {
  if (state.work.kind !== "working") return state;
  return { ...state, work: { ...state.work, ...change } };
}

/** What is opened takes the place of the captions there are; the photo in hand and work under way stay. */
function opened(state: StudioState, caption: Caption): StudioState {
  const shown = { ...state, captions: [caption], shown: 0, opened: true, notice: null };
  return state.work.kind === "working" ? shown : { ...shown, asked: null, problem: null };
}

function removed(state: StudioState, id: string): StudioState {
  const captions = state.captions.filter((caption) => caption.id !== id);
  const still = captions.findIndex(({ id: each }) => each === state.captions[state.shown]?.id);
  const shown = still === -1 ? Math.max(0, captions.length - 1) : still;
  const rest = { ...state, captions, shown };
  if (state.work.kind !== "working" || state.work.captionId !== id) return rest;
  return { ...rest, work: IDLE, upload: uploadAfter(state), asked: null };
}

/** The photo goes with its captions; others stay. */
function cleared({ captions, shown, opened }: StudioState): StudioState {
  return opened ? { ...EMPTY, captions, shown, opened } : EMPTY;
}

function failed(state: StudioState, problem: ShownProblem): StudioState {
  // What cannot succeed as it was asked takes the upload with it, unless that is what was wrong.
  const kept = problem.retryable || state.upload.kind === "rejected";
  return { ...state, work: IDLE, upload: kept ? state.upload : uploadAfter(state), problem };
}

function finished(state: StudioState, caption: Caption): StudioState {
  const rest = { ...state, work: IDLE, upload: uploadAfter(state) };
  if (caption.state === "cancelled") return { ...rest, asked: null };
  if (caption.state === "failed") {
    return { ...rest, asked: askAgain(caption, state.asked), problem: caption.problem };
  }
  const first = firstAsk(state.asked);
  const captions = [...earlierVersions(state, first), caption];
  const opened = first?.kind === "create" ? false : state.opened || first === null;
  return { ...rest, captions, opened, shown: captions.length - 1, asked: null, problem: null };
}

/** The captions shown that new ones are a version of; what was opened meanwhile is another photo's. */
function earlierVersions({ captions, opened }: StudioState, first: FirstAsk): readonly Caption[] {
  if (first?.kind === "revise") return captions.some(({ id }) => id === first.id) ? captions : [];
  return first === null || opened ? [] : captions;
}

/** A caption takes the upload that it is made of; a revision, or one begun again, is made of none in hand. */
function uploadAfter({ asked, upload }: StudioState): UploadState {
  return firstAsk(asked)?.kind === "create" ? NONE : upload;
}
