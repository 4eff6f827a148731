import type { Caption, Stage } from "@caption-generator/schema";
import type { ShownProblem } from "../../lib/problem.ts";
import type { UploadEvent } from "../upload/upload-desk.ts";
import type { Ask } from "./ask.ts";
import { askAgain } from "./ask-again.ts";

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
  /** What was asked for last, as long as it may have to be asked again. */
  readonly asked: Ask | null;
  readonly problem: ShownProblem | null;
  /** What happened that is no problem, in a sentence. */
  readonly notice: string | null;
}

export type StudioEvent =
  | { readonly type: "chosen"; readonly photo: File }
  | { readonly type: "opened"; readonly caption: Caption }
  | { readonly type: "refused"; readonly problem: ShownProblem }
  | UploadEvent
  | { readonly type: "asked"; readonly ask: Ask }
  | { readonly type: "accepted"; readonly captionId: string }
  | { readonly type: "stage"; readonly stage: Stage }
  | { readonly type: "retry"; readonly detail: string }
  | { readonly type: "finished"; readonly caption: Caption }
  | { readonly type: "failed"; readonly problem: ShownProblem }
  | { readonly type: "cancelled" }
  | { readonly type: "shown"; readonly index: number }
  | { readonly type: "cleared" };

export const EMPTY: StudioState = {
  photo: null,
  upload: { kind: "none" },
  work: { kind: "idle" },
  captions: [],
  shown: 0,
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
      return { ...EMPTY, photo: event.photo };
    case "opened":
      return { ...EMPTY, captions: [event.caption], problem: event.caption.problem };
    case "refused":
      return { ...state, problem: event.problem, notice: null };
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
    case "cleared":
      return EMPTY;
  }
}

function working(
  state: StudioState,
  change: Partial<Extract<WorkState, { kind: "working" }>>,
): StudioState {
  if (state.work.kind !== "working") return state;
  return { ...state, work: { ...state.work, ...change } };
}

function failed(state: StudioState, problem: ShownProblem): StudioState {
  // What cannot succeed as it was asked takes the upload with it, unless that is what was wrong.
  const kept = problem.retryable || state.upload.kind === "rejected";
  return { ...state, work: IDLE, upload: kept ? state.upload : NONE, problem };
}

function finished(state: StudioState, caption: Caption): StudioState {
  const rest = { ...state, work: IDLE, upload: NONE };
  if (caption.state === "cancelled") return { ...rest, asked: null };
  if (caption.state === "failed") {
    return { ...rest, asked: askAgain(caption, state.asked), problem: caption.problem };
  }
  const captions = [...state.captions, caption];
  return { ...rest, captions, shown: captions.length - 1, asked: null, problem: null };
}
